#include "tsunagu/json/writer.hpp"

#include <gtest/gtest.h>

#include "tsunagu/json/parse.hpp"

namespace tsunagu::json {
namespace {

std::string written(std::string_view text) {
  std::string out;
  Writer(out).string(text);
  return out;
}

TEST(Writer, escapes_quotes_backslashes_and_controls) {
  EXPECT_EQ(written("a\"b\\c\n\r\t\x01"), R"("a\"b\\c\n\r\t\u0001")");
  EXPECT_EQ(written("髙橋𠮷野"), "\"髙橋𠮷野\"");
}

TEST(Writer, refuses_invalid_utf8_and_nul) {
  for (const std::string_view bad :
       {std::string_view("\xff"), std::string_view("\xc0\x80"), std::string_view("\xed\xa0\x80"),
        std::string_view("\xe9\xab"), std::string_view("\xf4\x90\x80\x80"),
        std::string_view("a\0b", 3)}) {
    EXPECT_THROW((void)written(bad), BadText);
  }
}

TEST(Writer, writes_every_character_so_that_the_reader_takes_it_back) {
  std::string all;
  for (char c = 1; c != '\x7f'; ++c)
    all += c;
  for (const std::string_view text : {std::string_view(""), std::string_view("相談"),
                                      std::string_view("\"端\\"), std::string_view(all)}) {
    const Parsed read = parse_untrusted(written(text));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.root().text(), text);
  }
}

TEST(Writer, puts_commas_where_they_belong) {
  std::string out;
  Writer json(out);
  json.begin_object();
  json.key("a");
  json.begin_array();
  json.integer(-1);
  json.coordinate(36.5);
  json.null();
  json.begin_object();
  json.end_object();
  json.end_array();
  json.key("b");
  json.boolean(true);
  json.end_object();
  EXPECT_EQ(out, R"({"a":[-1,36.5,null,{}],"b":true})");
}

TEST(Writer, writes_coordinates_that_the_reader_takes_back) {
  for (const double value : {36.680959000000001, 139.76730599999999, 0.1, -89.99999999999999}) {
    std::string out;
    Writer(out).coordinate(value);
    const Parsed parsed = parse_untrusted(out);
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(parsed.root().number(), value);
  }
}

}  // namespace
}  // namespace tsunagu::json
