// What legal_bases.yaml can do and what it can't: a new ground works without a rebuild; the hard
// stops hold whatever a row says.
#include <array>
#include <string>

#include "hub/domain/disclosure.hpp"
#include "hub/domain/reasons.hpp"
#include "tests/hub/profile/law_folder.hpp"

namespace {

using namespace hub::domain;
using hub::profile::Law;

const hub::base::UtcMillis day = hub::profile::april_10;
constexpr std::array<std::string_view, 1> groups{"anybody"};

/// A row that says yes to everything that can be said.
std::string generous_row(const std::string& forum_class, const std::string& consent_needed) {
  return "  - code: NEW\n    forum_class: " + forum_class +
         "\n    title: 新しい会議\n    articles: 新法1条\n    as_of: \"2026-04-01\"\n    "
         "conveners: "
         "[municipality]\n    about: 誰でも\n    consent_needed: " +
         consent_needed +
         "\n    may_flow: すべて（税、個人番号、通報者、要対協を含む）\n    must_not_flow: なし\n"
         "    secrecy: なし\n    source: 試験\n    mark: J\n";
}

/// The shipped law with one more row.
struct MoreLaw : hub::profile::LawFolder {
  hub::base::Result<Law> with(const std::string& row) {
    return changed([&](std::string_view file, std::string& text) {
      if (file == "legal_bases.yaml") text += row;
    });
  }
};

/// All in order but consent: a sitting, a seat, a municipal recipient who is not near.
Situation in_order(const LegalBasis& row, const Purpose& everything) {
  Situation s;
  s.at = day;
  s.person = hub::base::PersonId(hub::base::UuidBytes{1});
  s.subject = Subject::focus;
  s.recipient = {"anybody", groups, RecipientKind::municipal};
  s.forum.basis = &row;
  s.forum.convener = "municipality";
  s.forum.in_scope = s.forum.seat_drawn = s.forum.seat_bound = s.forum.opinion_for_item = true;
  s.forum.youtai_released = false;
  s.purpose = &everything;
  s.holder = s.harm = false;
  s.consent = ConsentView{};
  s.protection.as_of = day;
  s.protection.listed = s.protection.flagged = false;
  s.protection.recipient_near = s.protection.recipient_cleared = false;
  s.officer_read = true;
  return s;
}

const Purpose everything{"all", "すべて", "", Labels::everything()};

constexpr std::array<std::pair<const char*, const char*>, 12> classes{{{"own", "false"},
                                                                       {"consent", "true"},
                                                                       {"consent_seated", "true"},
                                                                       {"statutory", "false"},
                                                                       {"youtai", "false"},
                                                                       {"internal", "false"},
                                                                       {"agency", "false"},
                                                                       {"benefit", "false"},
                                                                       {"emergency", "false"},
                                                                       {"report", "false"},
                                                                       {"statistics", "false"},
                                                                       {"self", "false"}}};

TEST_F(MoreLaw, opens_a_new_sitting_without_a_rebuild) {
  const Law law = with(generous_row("statutory", "false")).value();
  const LegalBasis* row = law.bases.find("NEW", day);
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(disclose(Item::statement, in_order(*row, everything)).verdict().decision,
            Decision::allow);
  const ReasonContext context{&law.bases, row, day, Item::statement, ConsentStatus::given};
  EXPECT_EQ(explain({Decision::deny, Reason::not_seated}, context).basis,
            "新法1条（2026-04-01時点）");
}

TEST_F(MoreLaw, configures_no_hard_stop_away_whatever_class_a_row_gives_itself) {
  for (const auto& [forum_class, consent] : classes) {
    const auto law = with(generous_row(forum_class, consent));
    ASSERT_TRUE(law) << forum_class << law.error().text();
    const LegalBasis* row = law.value().bases.find("NEW", day);
    const auto refused = [&](Labels labels, const Situation& s) {
      return disclose(labels, s).verdict().decision == Decision::deny;
    };
    const Situation s = in_order(*row, everything);
    for (const Item item : {Item::mynumber, Item::informant, Item::tax})
      EXPECT_TRUE(refused({Item::statement, item}, s)) << forum_class << ' ' << name_of(item);
    const bool allowed = disclose(Item::youtai, s).allowed();
    EXPECT_TRUE(!allowed || row->forum_class == ForumClass::youtai) << forum_class;
    EXPECT_TRUE(refused(Item::third_party, s)) << forum_class;
    Situation near = s;
    near.protection.listed = near.protection.recipient_near = true;
    EXPECT_TRUE(refused(Item::statement, near)) << forum_class;
    Situation hidden = s;
    hidden.protection.listed = true;
    EXPECT_FALSE(disclose(Item::contact, hidden).allowed()) << forum_class;
  }
}

/// The control: what is no hard stop opens on the same row.
TEST_F(MoreLaw, opens_for_the_same_question_what_is_no_hard_stop) {
  const Law law = with(generous_row("statutory", "false")).value();
  const Situation s = in_order(*law.bases.find("NEW", day), everything);
  for (const Item item : {Item::identity, Item::contact, Item::statement, Item::income})
    EXPECT_TRUE(disclose(item, s).allowed()) << name_of(item);
}

TEST_F(MoreLaw, founds_nothing_on_a_prohibition_that_somebody_wrote) {
  const Law law = with(generous_row("none", "false")).value();
  const Situation s = in_order(*law.bases.find("NEW", day), everything);
  EXPECT_FALSE(disclose(Item::statement, s).allowed());
}

TEST_F(MoreLaw, refuses_a_row_that_its_class_contradicts) {
  EXPECT_FALSE(with(generous_row("statutory", "true")));
  EXPECT_FALSE(with(generous_row("consent_seated", "false")));
  std::string nobody = generous_row("statutory", "false");
  nobody.replace(nobody.find("[municipality]"), 14, "[]");
  EXPECT_FALSE(with(nobody));
  std::string unknown = generous_row("statutory", "false");
  unknown.replace(unknown.find("[municipality]"), 14, "[munincipality]");
  const auto law = with(unknown);
  ASSERT_FALSE(law);
  EXPECT_NE(law.error().text().find("municipality"), std::string::npos);
}

TEST_F(MoreLaw, refuses_a_row_without_the_version_of_its_law) {
  std::string row = generous_row("statutory", "false");
  const std::string as_of = "    as_of: \"2026-04-01\"\n";
  row.erase(row.find(as_of), as_of.size());
  EXPECT_FALSE(with(row));
  std::string vague = generous_row("statutory", "false");
  vague.replace(vague.find("\"2026-04-01\""), 12, "\"最近\"");
  EXPECT_FALSE(with(vague));
}

TEST_F(MoreLaw, lets_a_new_version_of_a_law_follow_the_old_one) {
  std::string next = generous_row("statutory", "false");
  std::string first = next;
  first.insert(first.find("    conveners"), "    until: 2026-04-09\n");
  next.insert(next.find("    conveners"), "    from: 2026-04-10\n");
  next.replace(next.find("新法1条"), std::string("新法1条").size(), "新法2条");
  const Law law = with(first + next).value();
  EXPECT_EQ(law.bases.find("NEW", day - std::chrono::hours(24))->articles, "新法1条");
  EXPECT_EQ(law.bases.find("NEW", day)->articles, "新法2条");
  EXPECT_FALSE(with(first + first)) << "twice at one time";
}

}  // namespace
