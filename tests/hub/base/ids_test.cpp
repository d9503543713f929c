#include "hub/base/ids.hpp"

#include <gtest/gtest.h>

namespace hub::base {
namespace {

TEST(Ids, are_uuid7_and_sort_by_time) {
  SeededRandom random(7);
  const auto early = PersonId::make(utc_from_millis(1'775'779'200'000), random);
  const auto late = PersonId::make(utc_from_millis(1'775'779'200'001), random);
  EXPECT_LT(early, late);
  EXPECT_EQ(early.text()[14], '7');
  EXPECT_NE(std::string("89ab").find(early.text()[19]), std::string::npos);
}

TEST(Ids, read_back_what_they_write) {
  SeededRandom random(8);
  const auto id = CaseId::make(utc_from_millis(1), random);
  EXPECT_EQ(CaseId::parse(id.text()), id);
}

TEST(Ids, refuse_what_is_not_a_uuid) {
  for (const auto* text :
       {"", "0190", "0190f7a4-7e5c-7d2a-9b1c-00000000000g", "0190f7a47e5c7d2a9b1c000000000000abcd",
        "0190f7a4_7e5c-7d2a-9b1c-000000000000"}) {
    EXPECT_FALSE(CaseId::parse(text)) << text;
  }
}

}  // namespace
}  // namespace hub::base
