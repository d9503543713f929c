#include "hub/domain/person_request.hpp"

#include <gtest/gtest.h>

namespace hub::domain {
namespace {

std::chrono::sys_days day(std::string_view text) {
  return std::chrono::sys_days(*day_from(text));
}

// 個人情報保護法83条1項 and 民法140条: the day of the request doesn't count.
TEST(PersonRequest, is_due_on_the_thirtieth_day_after_it_came) {
  EXPECT_EQ(due_day(day("2026-04-10"), false), day("2026-05-10"));
  EXPECT_EQ(due_day(day("2028-02-10"), false), day("2028-03-11")) << "a leap year";
}

TEST(PersonRequest, is_prolonged_by_thirty_days_of_the_first_day_due) {
  EXPECT_EQ(due_day(day("2026-04-10"), true), day("2026-06-09"));
}

TEST(PersonRequest, reads_days_of_the_calendar_and_nothing_else) {
  EXPECT_EQ(text_of(day("2026-04-01")), "2026-04-01");
  for (const auto* text : {"", "2026-4-1", "2026-02-30", "2026-13-01", "2026/04/01", "2026-04-1x",
                           "-026-04-01", "2026-+4-01"})
    EXPECT_FALSE(day_from(text)) << text;
}

TEST(PersonRequest, knows_its_words_and_no_others) {
  EXPECT_EQ(word_among<RequestKind>(request_kind_names, "correction"), RequestKind::correction);
  EXPECT_FALSE(word_among<RequestKind>(request_kind_names, "erasure"));
}

}  // namespace
}  // namespace hub::domain
