// What the plans say of intake and the tie-in, as the hub keeps it: who brings a case, what is told
// first and what is found in it, whom nobody registered, and what a referral carries.
#include "hub/service/case_party.hpp"
#include "hub/service/reach_out.hpp"
#include "tests/hub/service/answering_fixture.hpp"
#include "tests/hub/service/process_fixture.hpp"

namespace hub::service {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Intake : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");
  std::string hanako = person({.key = "a1", .number = "0001"}, "atena:kaigo");

  std::string told(const std::string& members) {
    return record("consultation", "c1", about("a1", members));
  }
  std::size_t cases() {
    return look([](store::Reader& reader) { return store::list_cases(reader, 10).size(); });
  }
  std::string body_of(domain::RecordKind kind, const std::string& key) {
    const auto found = stored(kaigo, kind, key);
    return found && found->body ? std::string(found->body->look_inside()) : "";
  }
};

// R-4, R-10
TEST_F(Intake, keeps_who_brings_a_case_whoever_it_is) {
  deliver(kaigo, {hanako});
  for (const auto* kind :
       {"self", "family", "neighbour", "commissioner", "care-manager", "school", "government"}) {
    deliver(kaigo, {told(R"("caller":{"kind":")" + std::string(kind) + R"("})")});
    EXPECT_THAT(body_of(domain::RecordKind::consultation, "c1"),
                HasSubstr(R"("kind":")" + std::string(kind) + '"'))
        << kind;
  }
  may_reject = true;
  deliver(kaigo, {told(R"("caller":{"kind":"passer-by"})")});
  EXPECT_THAT(rejects, SizeIs(1)) << "the control: another word is refused";
}

// R-6
TEST_F(Intake, takes_what_the_person_says_first_and_disentangles_it_afterwards) {
  const auto concern = [](const std::string& key, const std::string& code) {
    return record("concern", key, about("a1", R"("consultationKey":"c1","code":")" + code + '"'));
  };
  deliver(kaigo,
          {hanako, consent("k1", "a1"), told(R"("statement":"足腰が弱い")"), referral("r1", "a1")});
  const auto first = packet(referrals().at(0));
  EXPECT_THAT(first, AllOf(HasSubstr("足腰が弱い"), Not(HasSubstr("WITHDRAWAL"))));
  deliver(kaigo, {concern("w", "WITHDRAWAL"), concern("p", "POVERTY")});
  EXPECT_THAT(packet(referrals().at(0)),
              AllOf(HasSubstr("足腰が弱い"), HasSubstr("WITHDRAWAL"), HasSubstr("POVERTY")));
}

// R-7, R-120
TEST_F(Intake, takes_who_is_in_no_register_and_lives_elsewhere) {
  deliver(kaigo,
          {person({.key = "a1", .address = "栃木県宇都宮市旭一丁目1番5号"}, ""),
           consent("k1", "a1"), told(R"("statement":"里帰りの間だけ")"), referral("r1", "a1")});
  EXPECT_EQ(referrals().at(0).status, "sent");
  EXPECT_THAT(packet(referrals().at(0)), HasSubstr("里帰りの間だけ"));
}

// R-8
TEST_F(Intake, opens_no_case_where_one_desk_suffices) {
  deliver(kaigo, {hanako, told(R"("statement":"申請書の書き方")")});
  EXPECT_EQ(cases(), 0U);
  EXPECT_THAT(referrals(), IsEmpty());
  deliver(kaigo, {referral("r1", "a1")});
  EXPECT_EQ(cases(), 1U) << "the control: a tie-in opens one";
}

class TieIn : public Answering {
 protected:
  std::string refer(const std::string& members) {
    deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena"), consent("k1", "a1"),
                    record("consultation", "c1", about("a1", R"("urgency":"soon")")),
                    record("referral", "r1", about("a1", R"("consultationKey":"c1",)" + members))});
    return referrals().empty() ? "" : packet(referrals().at(0));
  }
};
constexpr const char* to_sakutomo = R"("requestedRecipient":{"system":"agency","code":"SAKUTOMO"})";

// R-14
TEST_F(TieIn, names_one_of_the_five_reasons) {
  const char* letters[] = {"a", "b", "c", "d", "e"};
  std::size_t made = 0;
  for (const auto* letter : letters) {
    const auto key = std::string("p") + letter;
    deliver(kaigo, {person({.key = key, .number = "9" + std::string(letter)}, "atena"),
                    record("referral", "r" + key,
                           about(key, R"("consultationKey":"c1","reason":")" + std::string(letter) +
                                          R"(",)" + to_sakutomo))});
    ASSERT_THAT(referrals(), SizeIs(++made));
    const auto all = referrals();
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const auto& one) {
      return one.reason == letter;
    })) << letter;
  }
  may_reject = true;
  deliver(kaigo, {record("referral", "rz", about("pa", R"("reason":"z")"))});
  EXPECT_THAT(rejects, SizeIs(1)) << "the control: there is no sixth";
}

// R-16, R-17, R-106
TEST_F(TieIn, carries_the_accompaniment_the_explanation_and_the_version_of_the_sheet) {
  const auto sent = refer(std::string(R"("reason":"a","accompaniment":true,"sheetVersion":"R8.3",)"
                                      R"("explained":{"done":true,"convinced":true,)"
                                      R"("at":"2026-04-08"},)") +
                          to_sakutomo);
  EXPECT_THAT(sent, AllOf(HasSubstr(R"("accompaniment":true)"), HasSubstr("R8.3"),
                          HasSubstr(R"("convinced":true)")));
  deliver(kaigo, {record("referral", "r1",
                         about("a1", R"("consultationKey":"c1","reason":"a",)"
                                     R"("sheetVersion":"R9.1",)" +
                                         std::string(to_sakutomo)))});
  EXPECT_THAT(packet(referrals().at(0)), HasSubstr("R9.1"));
}

// R-20: the coordinator asks an agency for its help as any desk refers: with the person's consent.
TEST_F(TieIn, asks_agencies_for_help_with_the_persons_consent) {
  const auto ask = [this](const std::string& id, const std::string& consent) {
    hook("sakutomo", id,
         R"({"specversion":"1.0","id":")" + id +
             R"(","source":"urn:p","type":"tsunagu.referral.requested","data":{"from":{"agency":)"
             R"("SAKUTOMO"},"person":{"fullName":"例 花子","fullNameKana":"レイ ハナコ",)"
             R"("dateOfBirth":{"date":"1940-02-10"},"sex":"2"},"statement":"家計の相談に加わって)"
             R"(ほしい","reason":"a","requestedRecipient":{"code":"elim-houkatsu"},"consent":)" +
             consent + "}}");
    return referrals().empty() ? std::string() : referrals().at(0).status;
  };
  EXPECT_EQ(ask("s1", R"({"status":"asked"})"), "held") << "in principle with consent";
  EXPECT_EQ(ask("s2", R"({"status":"given","scopeForm":"J1","givenAt":"2026-04-09"})"), "sent");
  EXPECT_EQ(referrals().at(0).to_desk, "elim-houkatsu");
  EXPECT_EQ(referrals().at(0).from_desk, "sakutomo-takikan");
}

class BeforeTheTieIn : public ProcessFixture {};

// R-16: who is anxious is met and accompanied first, each step on record, before any plan.
TEST_F(BeforeTheTieIn, a_talk_and_an_accompanied_visit_are_steps) {
  const auto id = made(register_outreach(*context, {about, "refuses", "SHIEN-KAIGI"}, officer));
  for (const auto* step : {"arrange", "accompany"})
    ASSERT_TRUE(
        note_contact(*context, {.of = id, .step = step, .reached = true}, officer).has_value())
        << step;
  const auto rows = audited("outreach.contact");
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[0].rule, "arrange_reached");
  EXPECT_EQ(rows[1].rule, "accompany_reached");
}

class LongSupport : public ProcessFixture {};

// R-62, R-123
TEST_F(LongSupport, by_the_coordinator_goes_on_for_years_with_agencies_on_request) {
  const auto id = started();
  for (int quarter = 0; quarter < 8; ++quarter) {
    wait(91);
    ASSERT_TRUE(monitor(*context, {id, stored(id).revision, {}, "continue", {}, "続ける"}, officer)
                    .has_value());
  }
  EXPECT_EQ(state(id), "active");
  officer = "officer/elsewhere";
  EXPECT_FALSE(step(id, domain::PlanEvent::rewrite, whole_text()).has_value());
  officer = "officer/sakutomo";
  ASSERT_TRUE(role(id, "nikon").has_value()) << "an agency joins after two years";
  const auto mine = database->read([&](store::Reader& reader) {
    return officer_of_case(reader, *book, store::find_case(reader, about)->row, "officer/elsewhere",
                           clock.now());
  });
  EXPECT_TRUE(mine.has_value()) << "and reads the plan from then on";
}

}  // namespace
}  // namespace hub::service
