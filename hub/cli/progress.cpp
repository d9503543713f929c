#include "hub/cli/progress.hpp"

#include <algorithm>
#include <ostream>
#include <string>

namespace hub::cli {
namespace {

constexpr std::int64_t widest_bar = 40;
constexpr std::int64_t narrowest_bar = 5;
constexpr std::int64_t around_the_bar = 10;  // "\r[" and "] 100 %"
constexpr std::int64_t beside_the_bar = 36;  // "  applied 1000000 of 1000000 records"

std::int64_t columns_of(const Console& console) {
  return console.columns == 0 ? 80 : static_cast<std::int64_t>(console.columns);
}

}  // namespace

Progress::~Progress() {
  clear();
}

// A line that is longer than the terminal would not be taken back by the next.
void Progress::show(std::int64_t part, std::int64_t all, std::string_view doing) {
  if (!console_.terminal || console_.json) return;
  const auto room = columns_of(console_) - around_the_bar;
  const bool says = room >= narrowest_bar + beside_the_bar;
  const auto columns = std::clamp(says ? room - beside_the_bar : room, narrowest_bar, widest_bar);
  const auto whole = std::max<std::int64_t>(all, 1);
  const auto done = std::clamp<std::int64_t>(part, 0, whole);
  const auto full = static_cast<std::size_t>(done * columns / whole);
  console_.out << "\r[" << std::string(full, '#')
               << std::string(static_cast<std::size_t>(columns) - full, '.') << "] "
               << done * 100 / whole << " %";
  if (says) console_.out << "  " << doing;
  console_.out << "\x1b[K" << std::flush;
  shown_ = true;
}

void Progress::clear() {
  if (shown_) console_.out << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace hub::cli
