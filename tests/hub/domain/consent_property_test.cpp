// Consents on histories drawn at random (the seed is fixed): held against a second statement of
// when a consent allows, and against what must hold of any history.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <vector>

#include "hub/base/random.hpp"
#include "hub/domain/consent.hpp"

namespace {

using namespace hub::domain;
using hub::base::UtcMillis;
using std::chrono::hours;

constexpr UtcMillis start = hub::base::UtcMillis(std::chrono::milliseconds(1'775'000'000'000));
constexpr std::array<std::string_view, 1> coordinator{"coordinator"};

hub::base::PersonId person(std::uint8_t number) {
  return hub::base::PersonId(hub::base::UuidBytes{number});
}

/// A history of a few words of one or two persons, out of few enough names that they overlap.
std::vector<ConsentEvent> any_history(hub::base::SeededRandom& random, std::size_t length) {
  const auto draw = [&](unsigned below) {
    std::array<std::uint8_t, 1> byte{};
    random.fill(byte);
    return byte[0] % below;
  };
  const auto some = [&](std::vector<std::string> names) {
    if (draw(4) == 0) return Selection::everything();
    std::erase_if(names, [&](const std::string&) { return draw(2) == 0; });
    return Selection(std::move(names));
  };
  std::vector<ConsentEvent> events;
  for (std::size_t at = 0; at < length; ++at) {
    const Labels labels = Labels::from_bits(static_cast<std::uint16_t>(draw(256) << draw(7)));
    ConsentEvent e;
    e.consent = hub::base::ConsentId(hub::base::UuidBytes{static_cast<std::uint8_t>(draw(3))});
    e.act = draw(2) == 0 ? ConsentAct::given : static_cast<ConsentAct>(draw(7));
    e.at = start + hours(draw(6));
    e.scope = {some({"CONSENT", "J-KAIGI"}), some({"coordinator", "desk"}),
               some({"tie_in", "plan"}), labels};
    if (draw(6) == 0) e.excludes.push_back({some({"J-KAIGI"}), some({"desk"}), {}, {}});
    if (draw(8) == 0) e.given_by = ConsentGiver::guardian;
    events.push_back(std::move(e));
    events.back().person = person(static_cast<std::uint8_t>(1 + draw(5) / 4));
    events.back().object = draw(3) == 0 ? ConsentObject::support : ConsentObject::sharing;
    if (draw(4) == 0) events.back().in_force.until = start + hours(draw(8));
    if (draw(4) == 0) events.back().follow_up_until = start + hours(draw(8));
  }
  return events;
}

struct Asked {
  ConsentQuestion question;
  UtcMillis at;
};

std::vector<Asked> all_questions() {
  std::vector<Asked> asked;
  for (const std::string_view forum : {"CONSENT", "J-KAIGI"})
    for (const Item label : {Item::identity, Item::statement, Item::tax})
      for (const int hour : {2, 4, 7}) {
        ConsentQuestion q{person(1), forum, coordinator, "tie_in", label, forum == "J-KAIGI", {}};
        if (hour == 7) q.reopened_at = start + hours(3);
        asked.push_back({q, start + hours(hour)});
      }
  return asked;
}

/// The second statement: one consent alone must name all of the question, and nothing said later,
/// or excluded with it, may name all of the question. A part that names nothing gives nothing, but
/// takes everything.
struct Oracle {
  const std::vector<ConsentEvent>& events;
  const ConsentQuestion& q;
  UtcMillis at;

  static bool in(const Selection& part, std::string_view name, bool if_empty) {
    if (part.all()) return true;
    return part.names().empty() ? if_empty : part.has(name);
  }
  [[nodiscard]] bool names(const ConsentScope& scope, bool if_empty) const {
    const bool label = scope.labels.empty() ? if_empty : scope.labels.has(q.label);
    return label && in(scope.forums, q.forum, if_empty) &&
           in(scope.recipients, q.recipient.front(), if_empty) &&
           in(scope.purposes, q.purpose, if_empty);
  }
  [[nodiscard]] bool ended_by(const ConsentEvent& e, const ConsentEvent& given) const {
    if (e.person != given.person || e.object != given.object || e.at < given.at || e.at > at)
      return false;
    if (e.act == ConsentAct::expired) return e.consent == given.consent;
    const bool takes = e.act == ConsentAct::refused || e.act == ConsentAct::withdrawn ||
                       e.act == ConsentAct::narrowed;
    return takes && names(e.scope, true);
  }
  [[nodiscard]] bool stands(const ConsentEvent& e, ConsentObject object) const {
    const bool given = e.act == ConsentAct::given || e.act == ConsentAct::renewed;
    const bool spoken = e.person == q.person && e.object == object && e.at <= at;
    const bool may = e.given_by == ConsentGiver::self || !e.giver_basis.empty();
    const bool fresh =
        !q.reopened_at || e.at >= *q.reopened_at || (e.follow_up_until && at < *e.follow_up_until);
    if (!given || !spoken || !may || !fresh || !e.in_force.contains(at)) return false;
    const auto excluded = [&](const ConsentScope& scope) { return names(scope, true); };
    const auto ended = [&](const ConsentEvent& later) { return ended_by(later, e); };
    return names(e.scope, false) && std::none_of(e.excludes.begin(), e.excludes.end(), excluded) &&
           std::none_of(events.begin(), events.end(), ended);
  }
  [[nodiscard]] bool allows(ConsentObject object) const {
    return std::any_of(events.begin(), events.end(),
                       [&](const ConsentEvent& e) { return stands(e, object); });
  }
};

TEST(ConsentProperty, agrees_with_a_second_statement_of_when_a_consent_allows) {
  hub::base::SeededRandom random(3);
  int allowed = 0;
  int ended = 0;
  for (int round = 0; round < 8'000; ++round) {
    const auto events = any_history(random, 6);
    for (const Asked& asked : all_questions()) {
      const Oracle oracle{events, asked.question, asked.at};
      const bool expected = oracle.allows(ConsentObject::sharing) &&
                            (!asked.question.support_too || oracle.allows(ConsentObject::support));
      EXPECT_EQ(standing(events, asked.at, asked.question).allows(), expected) << round;
      allowed += expected ? 1 : 0;
      const auto ever = [&](const ConsentEvent& e) {
        return e.act == ConsentAct::given && e.person == person(1) && oracle.names(e.scope, false);
      };
      ended += !expected && std::any_of(events.begin(), events.end(), ever) ? 1 : 0;
    }
  }
  EXPECT_GT(allowed, 1'000);
  EXPECT_GT(ended, 1'000);  // given once, and for one reason or another no more
}

bool grants(const ConsentEvent& e) {
  return e.act == ConsentAct::given || e.act == ConsentAct::renewed;
}

TEST(ConsentProperty, more_of_it_never_shows_less_and_taking_it_back_never_shows_more) {
  hub::base::SeededRandom random(7);
  int changed = 0;
  for (int round = 0; round < 5'000; ++round) {
    const auto before = any_history(random, 6);
    for (const ConsentEvent& added : any_history(random, 3)) {
      auto after = before;
      after.insert(after.begin() + round % 6, added);
      for (const Asked& asked : all_questions()) {
        const bool was = standing(before, asked.at, asked.question).allows();
        const bool is = standing(after, asked.at, asked.question).allows();
        EXPECT_TRUE(grants(added) ? !was || is : was || !is);
        changed += was != is ? 1 : 0;
      }
    }
  }
  EXPECT_GT(changed, 1'000);  // the histories are not all without effect
}

TEST(ConsentProperty, does_not_depend_on_the_order_in_which_events_are_handed_over) {
  hub::base::SeededRandom random(11);
  for (int round = 0; round < 1'000; ++round) {
    auto events = any_history(random, 6);
    const auto before = events;
    std::rotate(events.begin(), events.begin() + 1 + round % 5, events.end());
    for (const Asked& asked : all_questions()) {
      EXPECT_EQ(standing(before, asked.at, asked.question).allows(),
                standing(events, asked.at, asked.question).allows());
    }
  }
}

}  // namespace
