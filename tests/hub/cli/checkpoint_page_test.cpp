#include "hub/cli/checkpoint_page.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace hub::cli {
namespace {

using testing::HasSubstr;

constexpr std::string_view note =
    "tsunagu/sakura/audit\n42\n"
    "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n\n"
    "\xE2\x80\x94 tsunagu/sakura/audit "
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";

TEST(CheckpointPage, holds_the_note_in_letters_and_as_a_code) {
  std::ostringstream out;
  ASSERT_TRUE(write_page(out, {note, "tsunagu/sakura/audit+0a+b", "2026-11-22 12:00"}).has_value());
  EXPECT_THAT(out.str(), HasSubstr(std::string(note)));
  EXPECT_THAT(out.str(), HasSubstr("<td>42</td>"));
  EXPECT_THAT(out.str(), HasSubstr("<svg "));
  EXPECT_THAT(out.str(), HasSubstr("2026-11-22 12:00"));
}

TEST(CheckpointPage, a_text_that_is_no_checkpoint_makes_no_page) {
  std::ostringstream out;
  EXPECT_TRUE(write_page(out, {"a letter\n", "", ""}).has_error());
}

// ISO/IEC 18004: three finder patterns, seven modules wide, inside of a quiet zone of four.
TEST(CheckpointPage, the_code_has_its_finder_patterns_and_its_quiet_zone) {
  const std::string svg = qr_code(note).value();
  for (int at = 4; at < 11; ++at)
    EXPECT_THAT(svg, HasSubstr("M" + std::to_string(at) + ",4h1v1h-1z"));
  EXPECT_EQ(svg.find("M3,"), std::string::npos);
  EXPECT_EQ(svg.find("M11,4h"), std::string::npos);
}

TEST(CheckpointPage, what_does_not_fit_a_code_is_said) {
  EXPECT_TRUE(qr_code(std::string(4000, 'x')).has_error());
}

}  // namespace
}  // namespace hub::cli
