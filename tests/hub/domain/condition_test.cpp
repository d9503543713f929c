// The predicate form asked of what is partly known, beside the one that knows yes and no only.
#include "hub/domain/condition.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace hub::domain {
namespace {

using How = Predicate::Test;
constexpr std::size_t fields = 3;

struct Known {
  std::array<std::vector<std::string>, fields> words;
  std::array<std::optional<WholeRange>, fields> numbers;
  std::array<bool, fields> known{};
};

class Facts final : public Hearing, public Known {
 public:
  [[nodiscard]] Heard hear(std::uint8_t field) const override {
    return {.words = words.at(field), .number = numbers.at(field), .known = known.at(field)};
  }
};

Predicate words(std::uint8_t field, std::vector<std::string> all) {
  return {How::in, field, std::move(all), {}, {}};
}
Predicate range(std::uint8_t field, std::int64_t from, std::int64_t until) {
  return {How::in, field, {}, {{from, until}}, {}};
}
Predicate joined(How test, std::vector<Predicate> parts) {
  return {test, 0, {}, {}, std::move(parts)};
}

class Conditions : public testing::Test {
 protected:
  Conditions() {
    facts.words[0] = {"red"};
    facts.numbers[1] = WholeRange{39, 40};
    facts.known = {true, true, false};
  }
  Answer answer(const Predicate& predicate) const { return ask(predicate, facts).answer; }
  Facts facts;
};

TEST_F(Conditions, tell_what_nobody_knows_from_what_is_not_so) {
  EXPECT_EQ(answer(words(0, {"red", "blue"})), Answer::yes);
  EXPECT_EQ(answer(words(0, {"blue"})), Answer::no);
  EXPECT_EQ(answer(words(2, {"blue"})), Answer::unknown);
  EXPECT_EQ(answer(range(1, 18, 40)), Answer::yes);
  EXPECT_EQ(answer(range(1, 18, 39)), Answer::unknown) << "39 or 40";
  EXPECT_EQ(answer(range(1, 41, 99)), Answer::no);
}

TEST_F(Conditions, know_that_there_is_none) {
  EXPECT_EQ(answer({How::absent, 2, {}, {}, {}}), Answer::unknown);
  EXPECT_EQ(answer({How::absent, 0, {}, {}, {}}), Answer::no);
  facts.known[2] = true;
  EXPECT_EQ(answer({How::absent, 2, {}, {}, {}}), Answer::yes);
  EXPECT_EQ(answer(words(2, {"blue"})), Answer::no);
}

TEST_F(Conditions, are_joined_without_losing_what_is_to_be_asked) {
  const auto yes = words(0, {"red"});
  const auto no = words(0, {"blue"});
  const auto open = words(2, {"blue"});
  EXPECT_EQ(answer(joined(How::all, {yes, open})), Answer::unknown);
  EXPECT_EQ(answer(joined(How::all, {open, no})), Answer::no);
  EXPECT_EQ(answer(joined(How::any, {no, open})), Answer::unknown);
  EXPECT_EQ(answer(joined(How::any, {open, yes})), Answer::yes);
  EXPECT_EQ(answer(joined(How::all, {})), Answer::yes);
  EXPECT_EQ(answer(joined(How::any, {})), Answer::no);
  EXPECT_EQ(ask(joined(How::all, {yes, open}), facts).by, 1U << 2U);
  EXPECT_EQ(ask(joined(How::any, {open, yes}), facts).by, 0U);
}

/// Made of a few words and numbers, so that some hold.
class Made {
 public:
  explicit Made(std::uint32_t seed) : random_(seed) {}
  int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
  Predicate predicate(int depth) {
    const int what = depth == 0 ? 0 : upto(3);
    const auto field = static_cast<std::uint8_t>(upto(2));
    if (what < 2) return field == 1 ? range(1, upto(3), 3 + upto(3)) : words(field, {word()});
    std::vector<Predicate> parts;
    for (int more = upto(3); more > 0; --more)
      parts.push_back(predicate(depth - 1));
    return joined(what == 2 ? How::all : How::any, std::move(parts));
  }
  void fill(Facts& facts) {
    for (std::size_t at = 0; at < fields; ++at) {
      facts.known[at] = upto(3) > 0;
      if (!facts.known[at]) continue;
      if (at == 1) {
        const int from = upto(6);
        facts.numbers[at] = WholeRange{from, from + upto(1)};
      } else {
        facts.words[at] = {word()};
      }
    }
  }

 private:
  std::string word() { return {static_cast<char>('a' + upto(2))}; }
  std::mt19937 random_;
};

TEST(ConditionMix, says_yes_exactly_where_the_rule_of_two_answers_holds) {
  int unknown = 0;
  for (std::uint32_t seed = 0; seed < 20'000; ++seed) {
    Made made(seed);
    Facts facts;
    made.fill(facts);
    const auto predicate = made.predicate(3);
    const auto said = [&](std::uint8_t field) -> Said {
      return {facts.words.at(field), facts.numbers.at(field)};
    };
    const auto answered = ask(predicate, facts);
    ASSERT_EQ(answered.answer == Answer::yes, judge(predicate, said).holds) << seed;
    unknown += answered.answer == Answer::unknown ? 1 : 0;
  }
  EXPECT_GT(unknown, 1000);
}

TEST(ConditionMix, never_takes_a_no_back_when_more_is_known) {
  for (std::uint32_t seed = 0; seed < 20'000; ++seed) {
    Made made(seed);
    Facts less;
    made.fill(less);
    const auto predicate = made.predicate(3);
    Facts more;
    static_cast<Known&>(more) = less;
    Facts other;
    made.fill(other);
    for (std::size_t at = 0; at < fields; ++at) {
      if (less.known[at]) continue;
      more.known[at] = other.known[at];
      more.words[at] = other.words[at];
      more.numbers[at] = other.numbers[at];
    }
    const auto before = ask(predicate, less).answer;
    if (before == Answer::unknown) continue;
    ASSERT_EQ(ask(predicate, more).answer, before) << seed;
  }
}

}  // namespace
}  // namespace hub::domain
