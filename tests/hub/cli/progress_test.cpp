#include "hub/cli/progress.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "hub/cli/layout.hpp"

namespace hub::cli {
namespace {

/// The line that `columns` wide terminals show.
std::string line_on(std::size_t columns, bool terminal = true) {
  std::istringstream in;
  std::ostringstream out, err;
  Console console{in, out, err};
  console.terminal = terminal;
  console.columns = columns;
  console.language = Language::ja;
  Progress progress(console);
  progress.show(50, 100, "applied 1000000 of 1000000 records");
  const std::string shown = out.str();
  return shown.empty() ? shown : shown.substr(1, shown.find('\x1b') - 1);
}

TEST(Progress, is_a_bar_that_fits_the_terminal) {
  EXPECT_EQ(line_on(100),
            "[####################....................] 50 %  applied 1000000 of 1000000 records");
  for (const std::size_t columns : {15U, 31U, 40U, 50U, 51U, 60U, 80U, 200U})
    EXPECT_LT(display_width(line_on(columns)), columns);
}

TEST(Progress, says_nothing_where_nobody_looks) {
  EXPECT_EQ(line_on(80, false), "");
}

}  // namespace
}  // namespace hub::cli
