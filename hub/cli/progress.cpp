#include "hub/cli/progress.hpp"

#include <algorithm>
#include <ostream>
#include <string>

namespace hub::cli {
namespace {

constexpr std::int64_t bar_columns = 40;

}  // namespace

Progress::~Progress() {
  clear();
}

void Progress::show(std::int64_t bytes, std::int64_t bytes_in_all, std::int64_t rows) {
  if (!console_.terminal || console_.json) return;
  const auto all = std::max<std::int64_t>(bytes_in_all, 1);
  const auto part = std::clamp<std::int64_t>(bytes, 0, all);
  const auto full = static_cast<std::size_t>(part * bar_columns / all);
  console_.out << "\r[" << std::string(full, '#')
               << std::string(static_cast<std::size_t>(bar_columns) - full, '.') << "] "
               << part * 100 / all << " %";
  if (rows > 0) console_.out << "  " << rows << console_.in_words({" 行", " rows"});
  console_.out << "\x1b[K" << std::flush;
  shown_ = true;
}

void Progress::clear() {
  if (shown_) console_.out << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace hub::cli
