// Matching a person with resources by the rules that are shipped.
#include "hub/matching/match.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "hub/profile/matching.hpp"
#include "tests/places.hpp"

namespace hub::matching {
namespace {

using domain::Answer;
using domain::MatchField;
using domain::Part;
using domain::Places;
using domain::Predicate;
using domain::WholeRange;

constexpr std::chrono::sys_days today{std::chrono::year(2026) / 4 / 10};

const domain::MatchingRules& rules() {
  static const auto read = [] {
    const auto shared = std::filesystem::path(tests::in_source("/config"));
    profile::Problems problems;
    auto found = profile::read_matching(shared / "municipalities" / "sakura", shared, problems);
    EXPECT_TRUE(problems.empty());
    return found;
  }();
  return *read;
}

Predicate in_words(MatchField field, Words words) {
  return {Predicate::Test::in, static_cast<std::uint8_t>(field), std::move(words), {}, {}};
}
Predicate in_range(MatchField field, std::int64_t from, std::int64_t until) {
  return {Predicate::Test::in, static_cast<std::uint8_t>(field), {}, {{from, until}}, {}};
}
Predicate all(std::vector<Predicate> parts) {
  return {Predicate::Test::all, 0, {}, {}, std::move(parts)};
}

ResourceId id(std::uint8_t number) {
  base::UuidBytes bytes{};
  bytes.back() = number;
  return ResourceId(bytes);
}

/// A withdrawn man of 35 in 氏家, who would come twice a month on Thursdays.
Seeker seeker() {
  Seeker who;
  who.age = WholeRange{35, 35};
  who.sex = Words{"male"};
  who.concerns = Words{"WITHDRAWAL"};
  who.introduced = true;
  who.visits = 2;
  who.town = "氏家";
  who.area = "ujiie-east";
  who.city = "09214";
  who.days = Days("00001000");
  who.needs_transport = false;
  return who;
}

Offer place(std::uint8_t number) {
  Offer offer;
  offer.id = id(number);
  offer.kinds = {"居場所"};
  offer.town = "氏家";
  offer.area = "ujiie-east";
  offer.city = "09214";
  offer.days = Days("00001000");
  offer.occasions = 4;
  offer.places = Places::open;
  offer.confirmed = today;
  return offer;
}

std::vector<Candidate> among(const Seeker& who, const std::vector<Offer>& offers) {
  return Matcher(rules(), who, today).among(offers, 100);
}
Fit fit(const Seeker& who, const Offer& offer) {
  return Matcher(rules(), who, today).fit(offer);
}
bool asks_about(const Fit& fit, MatchField field) {
  return (fit.by >> static_cast<unsigned>(field) & 1U) != 0;
}

TEST(Matching, tells_its_score_part_by_part) {
  auto far = place(2);
  far.town = "喜連川";
  far.area = "kitsuregawa";
  far.places = Places::few;
  const auto found = among(seeker(), {far, place(1)});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].score, 100);
  EXPECT_EQ(found[1].score, 40 + 20 + 10 + 6 + 6);
  EXPECT_EQ(found[1].reasons[static_cast<std::size_t>(Part::distance)],
            (Reason{Part::distance, 6, 20, true}));
  for (const auto& one : found) {
    int sum = 0;
    for (const auto& reason : one.reasons)
      sum += reason.points;
    EXPECT_EQ(sum, one.score);
  }
}

TEST(Matching, asks_where_a_condition_is_not_known_R75) {
  auto workshop = place(1);
  workshop.conditions = all({in_words(MatchField::certificate, {"physical", "statement"}),
                             in_range(MatchField::age, 0, 39)});
  EXPECT_EQ(fit(seeker(), workshop).answer, Answer::unknown);
  EXPECT_TRUE(asks_about(fit(seeker(), workshop), MatchField::certificate));
  auto who = seeker();
  who.certificates = Words{"statement"};
  EXPECT_EQ(fit(who, workshop).answer, Answer::yes);
  who.certificates = Words{};
  EXPECT_EQ(fit(who, workshop).answer, Answer::no) << "it is known that there is none";
  who.certificates = Words{"physical"};
  who.age = WholeRange{40, 40};
  EXPECT_EQ(fit(who, workshop).answer, Answer::no) << "〜39歳";
}

//
TEST(Matching, holds_back_a_programme_until_a_plan_is_decided_R74) {
  auto programme = place(1);
  programme.conditions = in_words(MatchField::plan, {"decided"});
  auto who = seeker();
  EXPECT_EQ(fit(who, programme).answer, Answer::unknown);
  who.plan_decided = false;
  EXPECT_EQ(fit(who, programme).answer, Answer::no);
  who.plan_decided = true;
  EXPECT_EQ(fit(who, programme).answer, Answer::yes);
}

TEST(Matching, knows_transport_days_and_places_as_hard_conditions_R75) {
  auto who = seeker();
  who.needs_transport = true;
  auto far = place(1);
  far.town = "喜連川";
  far.transport = false;
  EXPECT_EQ(fit(who, far).answer, Answer::no);
  far.transport = true;
  EXPECT_EQ(fit(who, far).answer, Answer::yes);
  far.transport.reset();
  EXPECT_EQ(fit(who, far).answer, Answer::unknown);
  auto full = place(2);
  full.places = Places::none;
  EXPECT_EQ(fit(who, full).answer, Answer::no);
  auto monday = place(3);
  monday.days = Days("00000001");
  EXPECT_EQ(fit(who, monday).answer, Answer::no);
}

TEST(Matching, keeps_an_age_range_a_group_and_a_frequency_R75_R76) {
  auto salon = place(1);
  salon.conditions = all({in_words(MatchField::group, {"高齢男性"}),
                          in_range(MatchField::age, 65, WholeRange{}.until),
                          in_range(MatchField::visits, 2, WholeRange{}.until)});
  auto who = seeker();
  who.age = WholeRange{70, 70};
  who.groups = Words{"高齢男性", "転入者"};
  EXPECT_EQ(fit(who, salon).answer, Answer::yes);
  who.visits = 1;
  EXPECT_EQ(fit(who, salon).answer, Answer::no);
  who.visits = 4;
  who.groups = Words{"転入者"};
  EXPECT_EQ(fit(who, salon).answer, Answer::no);
}

TEST(Matching, names_what_nobody_confirmed_for_long) {
  auto old = place(1);
  old.confirmed = today - std::chrono::days(181);
  auto never = place(2);
  never.confirmed.reset();
  const auto found = among(seeker(), {old, never, place(3)});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_TRUE(found[0].stale);
  EXPECT_TRUE(found[1].stale);
  EXPECT_FALSE(found[2].stale);
}

TEST(Matching, puts_what_is_certain_before_what_is_to_be_asked) {
  auto asked = place(1);
  asked.conditions = in_words(MatchField::certificate, {"mental"});
  const auto found = among(seeker(), {asked, place(2)});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].offer, 1U);
  EXPECT_EQ(found[1].fit.answer, Answer::unknown);
}

/// Resources as they come: much unknown, each kind of condition now and then.
class Registry {
 public:
  explicit Registry(std::uint32_t seed) : random_(seed) {}
  bool often() { return upto(3) > 0; }
  int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
  std::vector<Offer> offers(int count) {
    std::vector<Offer> all;
    for (int at = 0; at < count; ++at)
      all.push_back(one(static_cast<std::uint8_t>(at)));
    return all;
  }
  Seeker somebody() {
    auto who = seeker();
    if (!often()) who.age.reset();
    if (!often()) who.days.reset();
    if (!often()) who.town.clear();
    if (!often()) who.visits.reset();
    who.needs_transport = often();
    if (often()) who.certificates = Words{upto(1) == 0 ? "physical" : "mental"};
    if (often()) who.wishes = {"見学可", "無料"};
    return who;
  }

 private:
  Offer one(std::uint8_t number) {
    auto offer = place(number);
    if (upto(3) == 0) offer.kinds = {"フードバンク"};
    if (upto(2) == 0) offer.days = Days(static_cast<unsigned>(upto(127)));
    if (upto(4) == 0) offer.days.reset();
    if (upto(2) == 0) offer.town = "喜連川";
    if (upto(4) == 0) offer.city = "14207";
    if (often()) offer.places = static_cast<Places>(upto(3));
    if (often()) offer.transport = upto(1) == 0;
    if (upto(2) == 0) offer.conditions = in_range(MatchField::age, upto(60), 60 + upto(20));
    if (upto(4) == 0) offer.conditions = in_words(MatchField::certificate, {"physical"});
    if (often()) offer.features = {"見学可"};
    return offer;
  }
  std::mt19937 random_;
};

/// Written apart from the engine: whether something that is known forbids it.
bool forbidden(const Seeker& who, const Offer& offer) {
  const bool may_be_same_town = who.town.empty() || who.town == offer.town;
  const auto& range = offer.conditions.ranges;
  const bool other_age = !range.empty() && who.age &&
                         (who.age->from < range[0].from || who.age->until > range[0].until);
  const bool other_paper =
      !offer.conditions.words.empty() && who.certificates && *who.certificates != Words{"physical"};
  return offer.kinds != Words{"居場所"} || offer.places == Places::none ||
         (who.days && offer.days && (*who.days & *offer.days).none()) ||
         (*who.needs_transport && offer.transport == false && !may_be_same_town) ||
         offer.city != who.city || other_age || other_paper;
}

TEST(MatchingMix, never_proposes_against_a_hard_condition_and_drops_nothing_else) {
  int proposed = 0;
  for (std::uint32_t seed = 0; seed < 2'000; ++seed) {
    Registry registry(seed);
    const auto offers = registry.offers(20);
    const auto who = registry.somebody();
    std::vector<bool> found(offers.size());
    for (const auto& one : among(who, offers)) {
      found[one.offer] = true;
      ++proposed;
    }
    for (std::size_t at = 0; at < offers.size(); ++at) {
      ASSERT_EQ(found[at], !forbidden(who, offers[at])) << seed << " " << at;
    }
  }
  EXPECT_GT(proposed, 2'000);
}

TEST(MatchingMix, does_not_depend_on_the_order_of_the_resources) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    Registry registry(seed);
    auto offers = registry.offers(30);
    const auto who = registry.somebody();
    const auto ids = [&] {
      std::vector<std::pair<ResourceId, int>> out;
      for (const auto& one : Matcher(rules(), who, today).among(offers, 7))
        out.emplace_back(offers[one.offer].id, one.score);
      return out;
    };
    const auto before = ids();
    std::shuffle(offers.begin(), offers.end(), std::mt19937(seed));
    ASSERT_EQ(ids(), before) << seed;
  }
}

TEST(MatchingMix, gives_points_within_the_weights) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    Registry registry(seed);
    const auto offers = registry.offers(20);
    for (const auto& one : among(registry.somebody(), offers)) {
      for (const auto& reason : one.reasons) {
        ASSERT_GE(reason.points, 0);
        ASSERT_LE(reason.points, reason.of);
        ASSERT_TRUE(reason.known || reason.points == 0);
      }
    }
  }
}

}  // namespace
}  // namespace hub::matching
