#include "tsunagu/json/parse.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tsunagu::json {
namespace {

using namespace std::string_literals;

Error error_of(std::string_view text, Limits limits = {}) {
  return parse_untrusted(text, limits).failure().error;
}

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

TEST(Parse, gives_a_tree_in_document_order) {
  const Parsed parsed = parse_untrusted(R"({"b":[1,"\u9ad9",null,true],"a":{"x":-5}})");
  ASSERT_TRUE(parsed.ok());
  const View root = parsed.root();
  EXPECT_EQ(root.size(), 2U);
  EXPECT_EQ(root.find("b").size(), 4U);
  EXPECT_EQ(root.at_pointer("/b/1").text(), "\u9ad9");
  EXPECT_TRUE(root.at_pointer("/b/2").is(Type::null));
  EXPECT_TRUE(root.at_pointer("/b/3").boolean());
  EXPECT_EQ(root.at_pointer("/a/x").integer(), -5);
  EXPECT_FALSE(root.at_pointer("/a/y").exists());
  EXPECT_FALSE(root.at_pointer("/b/4").exists());
}

TEST(Parse, keeps_the_tree_when_the_input_is_gone_and_the_document_moves) {
  Document document;
  {
    std::string text = R"({"short":"ab"})";
    document = parse_untrusted(text).take();
    text.assign(text.size(), 'x');
  }
  const Document moved = std::move(document);
  EXPECT_EQ(moved.root().find("short").text(), "ab");
}

TEST(Parse, allows_depth_32_and_refuses_33) {
  EXPECT_EQ(error_of(nested(32)), Error::none);
  EXPECT_EQ(error_of(nested(33)), Error::too_deep);
  EXPECT_EQ(error_of(nested(34)), Error::too_deep);
  EXPECT_EQ(error_of(nested(35)), Error::too_deep);
}

TEST(Parse, refuses_depth_100000_without_falling) {
  EXPECT_EQ(error_of(nested(100'000)), Error::too_deep);
  EXPECT_EQ(error_of(std::string(100'000, '[')), Error::too_deep);
  std::string objects;
  for (int i = 0; i < 100'000; ++i)
    objects += R"({"a":)";
  EXPECT_EQ(error_of(objects), Error::too_deep);
}

TEST(Parse, refuses_what_is_longer_than_the_limit) {
  const Limits limits{.bytes = 10, .depth = 32};
  EXPECT_EQ(error_of("[1,2,3,4] ", limits), Error::none);
  EXPECT_EQ(error_of("[1,2,3,4]  ", limits), Error::too_large);
}

TEST(Parse, refuses_invalid_utf8_and_says_where) {
  EXPECT_EQ(error_of("[\"\xff\"]"), Error::bad_utf8);
  EXPECT_EQ(error_of("[\"\xed\xa0\x80\"]"), Error::bad_utf8);
  EXPECT_EQ(error_of("[\"\xc0\xaf\"]"), Error::bad_utf8);
  EXPECT_EQ(parse_untrusted("[\"ab\xe9\xab\"]").failure().offset, 4U);
  EXPECT_EQ(error_of(R"(["\ud800"])"), Error::syntax);
}

TEST(Parse, refuses_a_byte_order_mark) {
  EXPECT_EQ(error_of("\xEF\xBB\xBF{}"), Error::byte_order_mark);
}

TEST(Parse, refuses_nul_raw_and_escaped_in_values_and_names) {
  EXPECT_EQ(error_of("[\"a\0b\"]"s), Error::nul);
  EXPECT_EQ(error_of("{}\0"s), Error::nul);
  EXPECT_EQ(error_of(R"(["a\u0000b"])"), Error::nul);
  EXPECT_EQ(error_of(R"({"a\u0000":1})"), Error::nul);
}

TEST(Parse, refuses_duplicate_names_also_escaped_and_deep) {
  EXPECT_EQ(error_of(R"({"a":1,"a":1})"), Error::duplicate_name);
  EXPECT_EQ(error_of(R"({"a":1,"\u0061":1})"), Error::duplicate_name);
  EXPECT_EQ(parse_untrusted(R"({"x":[{},{"a":1,"b":2,"a":3}]})").failure().pointer, "/x/1");
  std::string many = "{";
  for (int i = 0; i < 100; ++i)
    many += "\"k" + std::to_string(i) + "\":0,";
  EXPECT_EQ(error_of(many + "\"k100\":0}"), Error::none);
  EXPECT_EQ(error_of(many + "\"k7\":0}"), Error::duplicate_name);
}

TEST(Parse, takes_integers_up_to_2_to_the_53_and_no_further) {
  EXPECT_EQ(error_of("[9007199254740992,-9007199254740992]"), Error::none);
  EXPECT_EQ(error_of("[9007199254740993]"), Error::integer_too_large);
  EXPECT_EQ(error_of("[-9007199254740993]"), Error::integer_too_large);
  EXPECT_EQ(error_of("[18446744073709551615]"), Error::integer_too_large);
  EXPECT_EQ(error_of("[1234567890123456789012]"), Error::integer_too_large);
}

TEST(Parse, refuses_decimals_that_a_double_would_round) {
  EXPECT_EQ(error_of("[36.680959,-0.5,1e3,0.0,139.767306,1.50]"), Error::none);
  EXPECT_EQ(error_of("[139.76730599999999]"), Error::rounded_number);
  EXPECT_EQ(error_of("[0.1234567890123456789]"), Error::rounded_number);
  EXPECT_EQ(error_of(R"([1,"1.5",{"a":0.30000000000000004441}])"), Error::rounded_number);
  EXPECT_EQ(error_of("[1e400]"), Error::rounded_number);
  EXPECT_EQ(error_of("[1e300]"), Error::integer_too_large);
}

TEST(Parse, takes_a_negative_zero_as_zero) {
  const Parsed parsed = parse_untrusted("[-0e41]");
  ASSERT_TRUE(parsed.ok());
  EXPECT_FALSE(std::signbit(parsed.root().at_pointer("/0").number()));
}

TEST(Parse, refuses_what_stands_after_the_end_and_says_where) {
  EXPECT_EQ(error_of("{} {}"), Error::syntax);
  EXPECT_EQ(parse_untrusted("{}  x").failure().offset, 4U);
}

TEST(Parse, says_where_the_syntax_is_wrong) {
  EXPECT_EQ(parse_untrusted(R"({"a":1,})").failure().offset, 7U);
  EXPECT_EQ(parse_untrusted(R"({"a" 1})").failure().offset, 5U);
  EXPECT_EQ(parse_untrusted("[1,2").failure().offset, 4U);
  EXPECT_EQ(parse_untrusted("[01]").failure().offset, 2U);
  EXPECT_EQ(parse_untrusted("[NaN]").failure().offset, 1U);
  EXPECT_EQ(parse_untrusted("[\"a\nb\"]").failure().offset, 3U);
  EXPECT_EQ(error_of(""), Error::empty);
  EXPECT_EQ(error_of(std::string_view()), Error::empty);
  EXPECT_EQ(error_of("  "), Error::empty);
}

TEST(Parse, never_repeats_the_input_in_its_text) {
  const std::string text = parse_untrusted(R"({"髙橋":{"a":1,"a":1}})").failure().text();
  EXPECT_EQ(text, "/*: a name stands twice in one object");
}

TEST(Reader, serves_many_documents) {
  Reader reader({.bytes = 100, .depth = 4});
  EXPECT_EQ(reader.parse("[1").failure().error, Error::syntax);
  EXPECT_EQ(reader.parse("[[[[[]]]]]").failure().error, Error::too_deep);
  const Parsed parsed = reader.parse("[[[[7]]]]");
  const Parsed later = reader.parse("[8]");
  EXPECT_EQ(later.root().at_pointer("/0").integer(), 8);
  EXPECT_EQ(parsed.root().at_pointer("/0/0/0/0").integer(), 7);
}

}  // namespace
}  // namespace tsunagu::json
