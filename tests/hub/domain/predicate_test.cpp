#include "hub/domain/predicate.hpp"

#include <gtest/gtest.h>

namespace hub::domain {
namespace {

using How = Predicate::Test;

enum Field : std::uint8_t { colours, size, nothing };

Said thing(std::uint8_t field) {
  if (field == colours) return {{"red", "blue"}, std::nullopt};
  if (field == size) return {{}, WholeRange{39, 40}};
  return {};
}

Predicate words(Field field, std::vector<std::string> all) {
  return {How::in, field, std::move(all), {}, {}};
}
Predicate range(Field field, std::int64_t from, std::int64_t until) {
  return {How::in, field, {}, {{from, until}}, {}};
}
Predicate absent(Field field) {
  return {How::absent, field, {}, {}, {}};
}
Predicate joined(How test, std::vector<Predicate> parts) {
  return {test, 0, {}, {}, std::move(parts)};
}
bool holds(const Predicate& predicate) {
  return judge(predicate, thing).holds;
}

TEST(Predicates, hold_by_any_of_their_words) {
  EXPECT_TRUE(holds(words(colours, {"green", "blue"})));
  EXPECT_FALSE(holds(words(colours, {"green"})));
  EXPECT_FALSE(holds(words(nothing, {"green"})));
}

TEST(Predicates, hold_by_a_number_only_where_it_is_certain) {
  EXPECT_TRUE(holds(range(size, 39, 40)));
  EXPECT_FALSE(holds(range(size, 40, 64))) << "39 or 40";
  EXPECT_FALSE(holds(range(size, 0, 39))) << "39 or 40";
  EXPECT_FALSE(holds(range(nothing, 0, 100)));
}

TEST(Predicates, know_what_is_absent) {
  EXPECT_TRUE(holds(absent(nothing)));
  EXPECT_FALSE(holds(absent(colours)));
  EXPECT_FALSE(holds(absent(size)));
}

TEST(Predicates, are_joined_by_all_and_any) {
  const auto yes = words(colours, {"red"});
  const auto no = words(colours, {"green"});
  EXPECT_TRUE(holds(joined(How::all, {yes, yes})));
  EXPECT_FALSE(holds(joined(How::all, {yes, no})));
  EXPECT_TRUE(holds(joined(How::any, {no, yes})));
  EXPECT_FALSE(holds(joined(How::any, {no, no})));
  EXPECT_TRUE(holds(Predicate{})) << "nothing is asked";
  EXPECT_FALSE(holds(joined(How::any, {})));
}

TEST(Predicates, tell_by_which_fields_they_hold) {
  const auto by = [](const Predicate& predicate) { return judge(predicate, thing).by; };
  const auto red = words(colours, {"red"});
  EXPECT_EQ(by(joined(How::any, {red, range(size, 0, 99), absent(nothing)})),
            (1U << colours) | (1U << size));
  EXPECT_EQ(by(joined(How::any, {red, range(size, 0, 1)})), 1U << colours);
  EXPECT_EQ(by(joined(How::all, {red, range(size, 0, 1)})), 0U);
}

}  // namespace
}  // namespace hub::domain
