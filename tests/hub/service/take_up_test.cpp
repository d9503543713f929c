// REQUIREMENTS 27, type (ii): several members of one household with different problems, each known
// to another desk, not seen as one household. It is found as a signal to named municipal staff,
// taken into a 支援会議, and no desk is shown anything before.
#include "hub/service/take_up.hpp"

#include "hub/service/hold.hpp"
#include "hub/service/view_patterns.hpp"
#include "tests/hub/service/sitting_fixture.hpp"

namespace hub::service {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

using Lines = std::vector<std::string>;

class TypeTwo : public SittingFixture {
 protected:
  void SetUp() override {
    work_at("hokatsu", "elim-houkatsu");  // a contractor's desk
    work_at("shimin", "kikan-soudan");
    auto changed = std::make_shared<Book>(*book);
    changed->settings.officers.back().section = profile::Ref{"shimin", {}};
    book = changed;
    context->exchange(book);
  }
  /// A grandmother in 介護, a father in 生活困窮, a son in 障がい; nobody was asked for consent.
  void bring_household() {
    deliver(kaigo, {member("g", "1940-01-01", "ソボ"), asked("gc", "g", "足腰")});
    deliver(konkyu, {member("f", "1968-01-01", "チチ"), asked("fc", "f", "家賃")});
    deliver(shogai, {member("s", "1999-01-01", "ムスコ"), asked("sc", "s", "通所")});
  }
  static std::string member(const std::string& key, const std::string& birthday,
                            const std::string& kana) {
    return person({.key = key, .name = kana + "氏", .kana = "レイ " + kana, .birthday = birthday},
                  "");
  }
  static std::string asked(const std::string& key, const std::string& who,
                           const std::string& statement) {
    return record("consultation", key, about(who, R"("statement":")" + statement + '"'));
  }

  Lines listed(const std::string& asker) {
    return look([&](store::Reader& reader) {
      Lines lines;
      view_open_patterns(reader, *book, {asker, {}, clock.now()}, 100,
                         [&](std::string_view line) { lines.emplace_back(line); });
      return lines;
    });
  }
  /// The one open signal of that code, whoever may see it.
  store::SignalId signal(const std::string& code) {
    return look([&](store::Reader& reader) {
      for (const auto& one : store::list_open_patterns(reader, 100)) {
        if (one.code == code) return one.id;
      }
      ADD_FAILURE() << "no " << code;
      return store::SignalId();
    });
  }
  base::Result<Shown> view(const store::SignalId& id, const std::string& asker,
                           const std::string& purpose = "case_conference") {
    shown.clear();
    return database->read([&](store::Reader& reader) {
      return view_one_signal(reader, *book, {asker, purpose, clock.now()}, id,
                             [&](std::string_view line) { shown.emplace_back(line); });
    });
  }
  base::Kind refusal(const store::SignalId& id, const std::string& asker,
                     const std::string& purpose = "case_conference") {
    const auto seen = view(id, asker, purpose);
    EXPECT_FALSE(seen.has_value());
    EXPECT_THAT(shown, IsEmpty());
    return seen ? base::Kind::internal : seen.error().kind();
  }

  FeedPlan kaigo = plan_of("kaigo");
  FeedPlan konkyu = plan_of("konkyu");
  FeedPlan shogai = plan_of("shogai");
  Lines shown;
};

// R-10, R-27, R-117
TEST_F(TypeTwo, is_found_and_taken_into_a_shien_kaigi_with_nothing_shown_before) {
  bring_household();
  EXPECT_THAT(referrals(), IsEmpty());
  EXPECT_THAT(claim_all(), IsEmpty());
  ASSERT_THAT(listed(officer), ElementsAre(HasSubstr("pattern_MULTI_FIELD")));

  const auto found = signal("pattern_MULTI_FIELD");
  const auto seen = view(found, officer);
  ASSERT_TRUE(seen.has_value());
  EXPECT_THAT(seen->persons, SizeIs(3));
  EXPECT_EQ(seen->purpose, "case_conference");
  EXPECT_THAT(shown.at(0), AllOf(HasSubstr(R"("fields":["kaigo","konkyu","shogai"])"),
                                 HasSubstr(R"("evidence":["known_members","known_fields"])"),
                                 HasSubstr(R"("confidence":"probable")")));
  for (const auto* value : {"足腰", "家賃", "通所", "ソボ", "チチ", "ムスコ", "1940", "氏家"})
    EXPECT_THAT(shown, Each(Not(HasSubstr(value))));

  const auto proposal = made(take_up(*context, found, std::string(propose_conference), officer));
  EXPECT_THAT(listed(officer), ElementsAre(HasSubstr("convene_shien_kaigi")));
  EXPECT_TRUE(look([](store::Reader& reader) { return store::list_cases(reader, 9); }).empty())
      << "no case yet";
  EXPECT_EQ(audited("signal.taken_up").size(), 3U) << "a row for each person";
  EXPECT_EQ(audited("signal.taken_up").front().purpose, "case_conference");

  const auto sitting = open("shien-kaigi");
  made(add_agenda_item(
      *context, {.sitting = sitting, .signal = proposal, .function = "SHIEN-KAIGI"}, officer));
  EXPECT_THAT(listed(officer), IsEmpty());
  EXPECT_THAT(claim_all(), IsEmpty()) << "nothing leaves but the papers";
  const auto told = paper(seat(sitting, "市高齢課"));
  for (const auto* value : {"足腰", "家賃", "通所"})
    EXPECT_THAT(told, HasSubstr(value));
}

TEST_F(TypeTwo, is_seen_by_named_municipal_staff_alone) {
  bring_household();
  const auto found = signal("pattern_MULTI_FIELD");
  for (const auto* asker :
       {"operator/root", "officer/hokatsu", "officer/nobody", "partner/sakutomo"}) {
    EXPECT_THAT(listed(asker), IsEmpty()) << asker;
    EXPECT_EQ(refusal(found, asker), base::Kind::not_found) << asker;
    const std::string who = asker;
    EXPECT_EQ(take_up(*context, found, "ask_consent", who).error().kind(), base::Kind::not_found);
    EXPECT_EQ(decline(*context, found, "other", who).error().kind(), base::Kind::not_found);
  }
  EXPECT_EQ(refusal(store::SignalId(), officer), base::Kind::not_found)
      << "the same of none at all";
}

TEST_F(TypeTwo, wants_a_purpose_for_each_look) {
  bring_household();
  const auto found = signal("pattern_MULTI_FIELD");
  EXPECT_EQ(refusal(found, officer, ""), base::Kind::invalid);
  EXPECT_EQ(refusal(found, officer, "curiosity"), base::Kind::invalid);
  EXPECT_EQ(refusal(found, "operator/root", ""), base::Kind::not_found) << "not even that";
}

TEST_F(TypeTwo, is_declined_with_a_reason_and_taken_up_once) {
  bring_household();
  const auto found = signal("pattern_MULTI_FIELD");
  EXPECT_EQ(decline(*context, found, "because of her", officer).error().kind(),
            base::Kind::invalid);
  EXPECT_EQ(take_up(*context, found, "open_case", officer).error().kind(), base::Kind::invalid);
  ASSERT_TRUE(decline(*context, found, "supported_already", officer).has_value());
  EXPECT_EQ(audited("signal.declined").front().rule, "supported_already");
  EXPECT_EQ(take_up(*context, found, "ask_consent", officer).error().kind(), base::Kind::not_found);
  EXPECT_THAT(listed(officer), IsEmpty());
  ASSERT_TRUE(view(found, officer).has_value());
  EXPECT_THAT(shown.at(0), HasSubstr(R"("reason":"supported_already")"));
}

TEST_F(TypeTwo, names_no_child_of_the_youtai) {
  bring_household();
  deliver(plan_of("kodomo"),
          {member("k", "2015-01-01", "コ"),
           record("consultation", "kc", about("k", R"("legalCategory":"needs-protection")"))});
  const auto child = person_id(plan_of("kodomo"), "k");
  const auto seen = view(signal("pattern_MULTI_FIELD"), officer);
  ASSERT_TRUE(seen.has_value());
  EXPECT_THAT(shown, Contains(R"({"kind":"unnamed","members":1})"));
  EXPECT_THAT(shown, Each(Not(HasSubstr(child.text()))));
  EXPECT_THAT(seen->persons, Not(Contains(child)));
}

/// The father hides; the register is 市民課's.
class Hiding : public TypeTwo {
 protected:
  void SetUp() override {
    TypeTwo::SetUp();
    bring_household();
    deliver_register(
        ",レイ チチ,1968-01-01,2026-04-01,2027-03-31,,相手,アイテ カタ,1970-01-01,\r\n");
  }
};

TEST_F(Hiding, is_shown_to_the_owning_section_alone) {
  const auto guarded = signal("pattern_MULTI_FIELD/shimin");
  EXPECT_THAT(listed("officer/shimin"), SizeIs(2)) << "with him and without";
  EXPECT_THAT(listed(officer), SizeIs(1));
  ASSERT_TRUE(view(guarded, "officer/shimin").has_value());
  EXPECT_EQ(refusal(guarded, officer), base::Kind::not_found);
  ASSERT_TRUE(view(signal("pattern_MULTI_FIELD"), officer).has_value());
  EXPECT_THAT(shown, Each(Not(HasSubstr(person_id(konkyu, "f").text()))));
  EXPECT_THAT(shown, Each(Not(HasSubstr("konkyu"))));
}

TEST_F(Hiding, is_taken_up_within_the_section) {
  const auto proposal = made(take_up(*context, signal("pattern_MULTI_FIELD/shimin"),
                                     std::string(propose_consent), "officer/shimin"));
  EXPECT_EQ(refusal(proposal, officer), base::Kind::not_found);
  EXPECT_THAT(listed(officer), SizeIs(1));
  EXPECT_TRUE(view(proposal, "officer/shimin").has_value());
}

TEST_F(Hiding, shows_nobody_whose_protection_begins_after_it_was_raised) {
  deliver_register("");
  const auto found = signal("pattern_MULTI_FIELD");
  ASSERT_TRUE(view(found, officer).has_value());
  deliver_register(",レイ チチ,1968-01-01,2026-04-11,2027-03-31,,相手,アイテ カタ,1970-01-01,\r\n");
  clock.advance(std::chrono::hours(24));
  EXPECT_EQ(refusal(found, officer), base::Kind::not_found);
  EXPECT_THAT(listed(officer), IsEmpty());
}

}  // namespace
}  // namespace hub::service
