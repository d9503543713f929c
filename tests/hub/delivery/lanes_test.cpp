#include "hub/delivery/lanes.hpp"

#include <gtest/gtest.h>

namespace {

using hub::delivery::Claim;
using hub::delivery::Ending;
using hub::delivery::Lanes;

constexpr bool prompt = true;
constexpr bool slow = false;

Claim claim(std::string partner, int number) {
  Claim out;
  out.id = number;
  out.partner = std::move(partner);
  out.order_key = "case" + std::to_string(number);
  return out;
}

/// How many of that many cases of a partner may go now.
std::size_t begin(Lanes& lanes, const std::string& partner, int count) {
  std::size_t begun = 0;
  for (int number = 1; number <= count; ++number)
    begun += lanes.begin(claim(partner, number)) ? 1 : 0;
  return begun;
}

TEST(Lanes, never_send_two_of_one_case_at_once) {
  Lanes lanes(8, 8, 0);
  EXPECT_TRUE(lanes.begin(claim("a", 1)));
  EXPECT_FALSE(lanes.begin(claim("a", 1)));
  EXPECT_TRUE(lanes.begin(claim("a", 2)));
  lanes.finished(claim("a", 1), Ending::delivered, slow);
  EXPECT_TRUE(lanes.begin(claim("a", 1)));
}

TEST(Lanes, send_one_case_to_two_partners_independently) {
  Lanes lanes(8, 8, 0);
  EXPECT_TRUE(lanes.begin(claim("a", 1)));
  EXPECT_TRUE(lanes.begin(claim("b", 1)));
}

TEST(Lanes, leave_a_dead_partner_one_place_until_it_answers) {
  Lanes lanes(8, 2, 4);
  EXPECT_EQ(begin(lanes, "dead", 4), 2u);
  lanes.finished(claim("dead", 1), Ending::unreachable, prompt);
  EXPECT_EQ(lanes.room().partners.at("dead"), 0u);
  lanes.finished(claim("dead", 2), Ending::unreachable, prompt);
  EXPECT_EQ(lanes.room().partners.at("dead"), 1u);
  EXPECT_EQ(begin(lanes, "dead", 4), 1u);
  lanes.finished(claim("dead", 1), Ending::unsent, prompt);
  EXPECT_EQ(lanes.room().partners.at("dead"), 1u) << "unsent says nothing of the partner";
  EXPECT_EQ(begin(lanes, "dead", 4), 1u);
  lanes.finished(claim("dead", 1), Ending::delivered, slow);
  EXPECT_EQ(begin(lanes, "dead", 4), 2u);
}

TEST(Lanes, hold_the_caps) {
  Lanes lanes(3, 2, 0);
  EXPECT_EQ(begin(lanes, "a", 4), 2u);
  EXPECT_EQ(begin(lanes, "b", 4), 1u);
  EXPECT_EQ(lanes.in_flight(), 3u);
  EXPECT_EQ(lanes.room().in_all, 0u);
}

TEST(Lanes, let_some_stand_ahead_of_a_prompt_partners_connections) {
  Lanes lanes(4, 2, 3);
  EXPECT_EQ(begin(lanes, "a", 1), 1u);
  lanes.finished(claim("a", 1), Ending::delivered, prompt);
  EXPECT_EQ(lanes.room().partners.at("a"), 5u);
  EXPECT_EQ(begin(lanes, "a", 9), 5u);
  EXPECT_EQ(begin(lanes, "b", 9), 2u) << "what stands ahead takes no connection of another";
  EXPECT_EQ(lanes.room().in_all, 0u);
  lanes.finished(claim("a", 1), Ending::delivered, slow);
  EXPECT_EQ(lanes.room().partners.at("a"), 0u) << "it is slow now: four are more than it gets";
  EXPECT_FALSE(lanes.begin(claim("a", 9)));
}

TEST(Lanes, let_nothing_stand_ahead_of_a_failure) {
  for (const auto ending : {Ending::failed, Ending::unreachable, Ending::gone, Ending::unsent}) {
    Lanes lanes(8, 2, 3);
    begin(lanes, "a", 2);
    lanes.finished(claim("a", 1), Ending::delivered, prompt);
    lanes.finished(claim("a", 2), ending, prompt);
    EXPECT_LE(begin(lanes, "a", 9), 2u);
  }
}

TEST(Lanes, tell_how_many_more_may_be_claimed) {
  Lanes lanes(10, 4, 2);
  begin(lanes, "a", 2);
  const auto room = lanes.room();
  EXPECT_EQ(room.in_all, 8u);
  EXPECT_EQ(room.partners.at("a"), 2u);
  EXPECT_EQ(room.otherwise, 4u);
}

TEST(Lanes, let_a_prompt_partner_claim_what_goes_ahead_beyond_all_connections) {
  Lanes lanes(2, 2, 3);
  begin(lanes, "a", 1);
  lanes.finished(claim("a", 1), Ending::delivered, prompt);
  EXPECT_EQ(lanes.room().in_all, 5u);
  begin(lanes, "a", 4);
  EXPECT_EQ(lanes.room().in_all, 1u);
}

}  // namespace
