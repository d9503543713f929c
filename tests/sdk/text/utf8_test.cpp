#include "tsunagu/text/utf8.hpp"

#include <gtest/gtest.h>

#include "tsunagu/json/writer.hpp"
#include "tsunagu/text/utf8_sequence.hpp"

namespace tsunagu::text {
namespace {

struct Edge {
  std::string_view bytes;
  int length;
};

constexpr Edge edges[] = {
    {"a", 1},
    {std::string_view("\0", 1), 1},
    {"\x7F", 1},
    {"\x80", 0},
    {"\xC1\xBF", 0},  // overlong
    {"\xC2\x80", 2},
    {"\xDF\xBF", 2},
    {"\xC2", -1},
    {"\xC2"
     "a",
     0},
    {"\xE0\x9F\xBF", 0},  // overlong
    {"\xE0\xA0\x80", 3},
    {"\xED\x9F\xBF", 3},
    {"\xED\xA0\x80", 0},  // a surrogate
    {"\xEF\xBF\xBF", 3},
    {"\xE3\x81", -1},
    {"\xE3\x81\xC0", 0},
    {"\xF0\x8F\xBF\xBF", 0},  // overlong
    {"\xF0\x90\x80\x80", 4},
    {"\xF4\x8F\xBF\xBF", 4},
    {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
    {"\xF5\x80\x80\x80", 0},
    {"\xF0\x90\x80", -1},
    {"", -1},
};

TEST(Utf8, is_judged_the_same_wherever_it_is_judged) {
  for (const Edge& edge : edges) {
    EXPECT_EQ(utf8_sequence(edge.bytes), edge.length) << edge.bytes.size();
    if (edge.bytes.empty()) continue;
    EXPECT_EQ(is_utf8(edge.bytes), edge.length > 0);
    if (edge.bytes.front() == '\0') continue;  // well formed, but no text of JSON
    const auto plain = static_cast<std::size_t>(std::max(edge.length, 0));
    EXPECT_EQ(json::plain_length(edge.bytes), plain);
  }
}

static_assert(utf8_sequence("\xE3\x81\x82") == 3);

TEST(Utf8, is_read_and_written_by_the_code_point) {
  const std::string text = "aé氏𠮷";
  EXPECT_EQ(to_utf8(to_code_points(text)), text);
  EXPECT_EQ(length(text), 4U);
  std::size_t at = 0;
  EXPECT_EQ(next("\xFF", at), replacement);
  EXPECT_EQ(at, 1U);
}

}  // namespace
}  // namespace tsunagu::text
