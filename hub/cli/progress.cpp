#include "hub/cli/progress.hpp"

#include <algorithm>
#include <ostream>
#include <string>

namespace hub::cli {
namespace {

constexpr std::int64_t widest_bar = 40;
constexpr std::int64_t narrowest_bar = 5;
constexpr std::int64_t beside_the_bar = 26;  // "[", "] 100 %  1,000,000 rows"

/// A line that is longer than the terminal would not be taken back by the next.
std::int64_t bar_columns(const Console& console) {
  const auto terminal = console.columns == 0 ? 80 : static_cast<std::int64_t>(console.columns);
  return std::clamp(terminal - beside_the_bar, narrowest_bar, widest_bar);
}

}  // namespace

Progress::~Progress() {
  clear();
}

void Progress::show(std::int64_t bytes, std::int64_t bytes_in_all, std::int64_t rows) {
  if (!console_.terminal || console_.json) return;
  const auto all = std::max<std::int64_t>(bytes_in_all, 1);
  const auto part = std::clamp<std::int64_t>(bytes, 0, all);
  const auto columns = bar_columns(console_);
  const auto full = static_cast<std::size_t>(part * columns / all);
  console_.out << "\r[" << std::string(full, '#')
               << std::string(static_cast<std::size_t>(columns) - full, '.') << "] "
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
