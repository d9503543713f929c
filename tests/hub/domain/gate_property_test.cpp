// What must hold for every set of facts, tried on many drawn at random (the seed is fixed) and on
// each neighbour that differs in one fact.
#include <gtest/gtest.h>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/base/random.hpp"
#include "hub/domain/gate.hpp"

namespace {

using namespace hub::domain;

using Fact = std::pair<std::string_view, std::vector<std::string_view>>;

const std::vector<Fact>& table() {
  static const std::vector<std::string_view> yes_no{"yes", "no"};
  static const std::vector<Fact> facts{
      {"item", {item_names.begin() + 1, item_names.end()}},
      {"subject", {"focus", "household", "other"}},
      {"forum_class",
       {"own", "consent", "consent_seated", "statutory", "youtai", "internal", "agency", "benefit",
        "emergency", "report", "statistics", "self"}},
      {"consent", {"never_asked", "asked", "given", "given", "given", "refused", "withdrawn"}},
      {"seat", {"bound", "not_bound"}},
      {"recipient_kind",
       {"municipal", "other_organ", "public_body", "contractor", "private", "person",
        "representative"}},
      {"officer_decision", {"none", "named"}},
      {"holder", yes_no},
      {"covers_forum", {"yes", "yes", "yes", "no"}},
      {"covers_recipient", {"yes", "yes", "yes", "no"}},
      {"covers_purpose", {"yes", "yes", "yes", "no"}},
      {"covers_label", {"yes", "yes", "yes", "no"}},
      {"consent_stale", {"no", "no", "no", "yes"}},
      {"convener_lawful", yes_no},
      {"in_scope", {"yes", "yes", "no"}},
      {"address_hidden", yes_no},
      {"recipient_near", yes_no},
      {"address_clearance", yes_no},
      {"needed", {"yes", "yes", "yes", "no"}},
      {"harm", {"no", "no", "no", "yes"}},
      {"opinion_for_item", yes_no},
      {"youtai_released", yes_no}};
  return facts;
}

Facts drawn(hub::base::SeededRandom& random) {
  std::array<std::uint8_t, 22> bytes{};
  random.fill(bytes);
  Facts facts;
  for (std::size_t at = 0; at < table().size(); ++at) {
    const auto& [name, values] = table()[at];
    set_fact(facts, name, values[bytes[at] % values.size()]);
  }
  return facts;
}

bool covering_consent(const Facts& f) {
  return f.consent == ConsentStatus::given && f.consent_stale == YesNo::no &&
         f.covers_forum == YesNo::yes && f.covers_recipient == YesNo::yes &&
         f.covers_purpose == YesNo::yes && f.covers_label == YesNo::yes;
}

/// Calls `check(facts, verdict)` for many fact sets; returns how many were allowed.
template <class Check>
int for_many(std::uint64_t seed, Check&& check) {
  hub::base::SeededRandom random(seed);
  int allowed = 0;
  for (int round = 0; round < 200'000; ++round) {
    const Facts facts = drawn(random);
    const Verdict verdict = decide(facts);
    allowed += verdict.decision == Decision::allow ? 1 : 0;
    check(facts, verdict);
  }
  return allowed;
}

TEST(GateProperty, no_tax_item_leaves_without_that_persons_covering_consent_outside_own_use) {
  const int allowed = for_many(1, [](Facts f, Verdict) {
    f.item = Item::tax;
    const bool shown = decide(f).decision != Decision::deny;
    EXPECT_TRUE(!shown || f.forum_class == ForumClass::own || covering_consent(f));
  });
  EXPECT_GT(allowed, 1'000);
}

TEST(GateProperty, the_juso_kaigi_sees_only_those_who_consent) {
  for_many(2, [](Facts f, Verdict) {
    f.forum_class = ForumClass::consent_seated;
    const bool allowed = decide(f).decision == Decision::allow;
    EXPECT_TRUE(!allowed || f.item == Item::public_ || covering_consent(f));
  });
}

TEST(GateProperty, nobody_near_to_a_hidden_person_gets_anything) {
  for_many(3, [](Facts f, Verdict) {
    f.address_hidden = f.recipient_near = YesNo::yes;
    EXPECT_TRUE(decide(f).decision == Decision::deny || f.item == Item::public_);
  });
}

TEST(GateProperty, without_consent_only_a_lawful_sitting_an_officer_or_the_holder_sees) {
  for_many(4, [](Facts f, Verdict) {
    f.consent = ConsentStatus::withdrawn;
    const bool sitting =
        f.convener_lawful == YesNo::yes && f.seat == SeatState::bound &&
        (f.forum_class == ForumClass::statutory || f.forum_class == ForumClass::youtai);
    const bool decided =
        wants_review(f.forum_class) && f.officer_decision == OfficerDecision::named;
    const bool own = f.forum_class == ForumClass::own && f.holder == YesNo::yes;
    const bool allowed = decide(f).decision == Decision::allow;
    EXPECT_TRUE(!allowed || sitting || decided || own || f.forum_class == ForumClass::self ||
                f.item == Item::public_);
  });
}

TEST(GateProperty, taking_consent_back_never_shows_more) {
  for_many(5, [](const Facts& f, const Verdict& before) {
    for (const std::string_view cover :
         {"covers_forum", "covers_recipient", "covers_purpose", "covers_label"}) {
      Facts less = f;
      set_fact(less, cover, "no");
      EXPECT_GE(decide(less).decision, before.decision);
    }
    for (const std::string_view status :
         {"never_asked", "asked", "refused", "withdrawn", "expired"}) {
      Facts less = f;
      set_fact(less, "consent", status);
      EXPECT_GE(decide(less).decision, before.decision);
    }
    Facts stale = f;
    stale.consent_stale = YesNo::yes;
    EXPECT_GE(decide(stale).decision, before.decision);
  });
}

TEST(GateProperty, forgetting_a_fact_changes_nothing_or_refuses) {
  for_many(6, [](const Facts& f, const Verdict& before) {
    for (const auto& fact : table()) {
      Facts forgot = f;
      set_fact(forgot, fact.first, "unknown");
      const Verdict after = decide(forgot);
      EXPECT_TRUE(after == before || after == (Verdict{Decision::deny, Reason::unknown_fact}));
    }
  });
}

}  // namespace
