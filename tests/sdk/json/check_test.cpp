#include "tsunagu/json/check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tsunagu/json/parse.hpp"

namespace tsunagu::json {
namespace {

using testing::ElementsAre;

constexpr std::string_view colours[] = {"red", "blue"};
constexpr Member inner[] = {{"fullName", text(5), Need::required}, {"colour", choice(colours)}};
constexpr Shape inner_shape = object(inner);
constexpr Member outer[] = {
    {"names", list(inner_shape, 2)},
    {"count", integer(0, 10), Need::optional},
    {"born", day()},
    {"at", instant()},
    {"code", digits(6)},
    {"latitude", number(-90, 90)},
    {"safe", boolean()},
};
constexpr Shape shape = object(outer);

std::vector<std::string> errors(std::string_view json, Unknown unknown = Unknown::refuse) {
  const Parsed parsed = parse_untrusted(json);
  EXPECT_TRUE(parsed.ok());
  std::vector<std::string> out;
  const Problems problems = check(parsed.root(), shape, unknown);
  for (const Problem& problem : problems.errors()) {
    out.push_back(problem.line());
  }
  return out;
}

TEST(Check, finds_nothing_wrong_in_a_good_document) {
  EXPECT_THAT(errors(R"({"names":[{"fullName":"髙橋ウメ子"}],"count":3,"born":null,"safe":true,
                      "latitude":36.5,"code":"092142","at":"2026-04-10T09:00:00+09:00"})"),
              ElementsAre());
}

TEST(Check, reports_every_error_with_its_pointer) {
  EXPECT_THAT(errors(R"({"names":[{"fullName":"abcdef"},{"colour":"green"}],"count":null,
                      "born":"2025-02-30","latitude":91,"code":"09214","safe":"yes"})"),
              ElementsAre("/names/0/fullName: wanted a string of 1 to 5 characters",
                          "/names/1/colour: wanted one of red, blue",
                          "/names/1/fullName: missing; wanted a string of 1 to 5 characters",
                          "/count: wanted an integer from 0 to 10",
                          "/born: wanted a day of the calendar as YYYY-MM-DD",
                          "/latitude: wanted a number from -90 to 90",
                          "/code: wanted a string of 6 digits", "/safe: wanted true or false"));
}

TEST(Check, refuses_an_unknown_member_with_a_suggestion) {
  EXPECT_THAT(errors(R"({"cuont":1})"), ElementsAre("/cuont: not known here; did you mean count?"));
  EXPECT_THAT(errors(R"({"小林太郎":1})"), ElementsAre("/*: not known here"));
}

TEST(Check, warns_of_an_unknown_member_where_told_to) {
  const Parsed parsed = parse_untrusted(R"({"nmaes":[]})");
  const Problems problems = check(parsed.root(), shape, Unknown::warn);
  EXPECT_TRUE(problems.ok());
  ASSERT_EQ(problems.warnings().size(), 1U);
  EXPECT_EQ(problems.warnings()[0].line(), "/nmaes: not known here; did you mean names?");
}

TEST(Check, takes_a_decimal_without_fraction_as_an_integer) {
  EXPECT_THAT(errors(R"({"count":1.0})"), ElementsAre());
  EXPECT_EQ(errors(R"({"count":1.5})").size(), 1U);
}

TEST(Check, holds_list_limits_and_document_type) {
  EXPECT_THAT(errors(R"({"names":[{"fullName":"a"},{"fullName":"b"},{"fullName":"c"}]})"),
              ElementsAre("/names: wanted an array of at most 2 elements"));
  EXPECT_THAT(errors("[]"), ElementsAre("the document: wanted an object"));
}

TEST(Check, keeps_at_most_a_hundred_errors) {
  std::string many = "{";
  for (int i = 0; i < 200; ++i)
    many += "\"zzzzzz" + std::to_string(i) + "\":0,";
  many.back() = '}';
  EXPECT_EQ(errors(many).size(), most_problems);
}

TEST(Dates, knows_the_calendar) {
  EXPECT_TRUE(is_day("2024-02-29"));
  EXPECT_FALSE(is_day("2025-02-29"));
  EXPECT_FALSE(is_day("2025-2-01"));
  EXPECT_FALSE(is_day("0000-01-01"));
  EXPECT_TRUE(is_time("23:59"));
  EXPECT_FALSE(is_time("24:00"));
  EXPECT_TRUE(is_instant("2026-04-10T00:00:00.123Z"));
  EXPECT_FALSE(is_instant("2026-04-10T00:00:00"));
  EXPECT_FALSE(is_instant("2026-04-10T00:00:00.Z"));
}

}  // namespace
}  // namespace tsunagu::json
