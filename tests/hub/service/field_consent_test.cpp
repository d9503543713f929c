// A consent that a field's own system brings reaches as far as its printed form says, and no
// further: "必要となる関係機関" of the 生活困窮 form is none to the coordinator or the
// 重層的支援会議.
#include <fstream>

#include "hub/service/consent_events.hpp"
#include "tests/hub/service/service_fixture.hpp"
#include "tests/places.hpp"

namespace hub::service {
namespace {

class FieldConsent : public ServiceFixture {
 protected:
  FeedPlan konkyu = plan_of("konkyu");

  /// A row of the 生活困窮 export whose person signed this form and is referred to the coordinator.
  std::string state_after(const std::string& form) {
    deliver(konkyu, {person({.key = "a1", .number = "1"}, "atena:konkyu"),
                     consent("k1", "a1", R"("status":"given","scopeForm":")" + form + '"'),
                     record("consultation", "c1", about("a1", R"("statement":"家計の相談")")),
                     referral("r1", "a1")});
    claim_all();
    return referrals().at(0).status;
  }
  bool covers(std::string_view forum, std::string_view group) {
    const auto row = link_of(konkyu, "a1")->person;
    return look([&](store::Reader& reader) {
      const auto who = *store::read_person(reader, row);
      const std::string_view recipient[] = {group};
      return domain::standing(
                 spoken_by(reader, who), clock.now(),
                 {who.id, forum, recipient, "plan", domain::Item::statement, false, {}})
          .allows();
    });
  }
};

TEST_F(FieldConsent, of_the_konkyu_form_leads_to_no_coordinator) {
  EXPECT_EQ(state_after("K1"), "held");
  EXPECT_EQ(packet(referrals().at(0)), "not_found");
  EXPECT_EQ(audited("referral.held").back().rule, "no_consent");
  EXPECT_TRUE(covers("KONKYU-CHOSEI", "konkyu-related-agencies")) << "what the form does say";
  EXPECT_FALSE(covers("KONKYU-CHOSEI", "coordinator"));
  EXPECT_FALSE(covers("J-KAIGI", "konkyu-related-agencies"));
  EXPECT_FALSE(covers("J-KAIGI", "coordinator"));
}

TEST_F(FieldConsent, control_of_the_forms_that_name_the_coordinator_lead_there) {
  EXPECT_EQ(state_after("J1"), "sent");
  EXPECT_TRUE(covers("J-KAIGI", "coordinator"));
}

TEST_F(FieldConsent, is_all_that_is_read_of_a_persons_records_to_know_what_was_said) {
  deliver(konkyu, {person({.key = "a1", .number = "1"}, "atena:konkyu"),
                   consent("k1", "a1", R"("status":"given","scopeForm":"J1")"),
                   record("consultation", "c1", about("a1", R"("statement":"家計の相談")"))});
  const auto bearers = [&] {
    return look([&](store::Reader& reader) {
      const auto person = person_token(*context, konkyu, "a1");
      return store::records_with(reader, consents_about(person), 9);
    });
  };
  ASSERT_EQ(bearers().size(), 1U);
  EXPECT_EQ(look([&](store::Reader& reader) {
              return store::read_record(reader, bearers().front())->kind;
            }),
            number_of(domain::RecordKind::consent));
  EXPECT_TRUE(covers("J-KAIGI", "coordinator"));
  deliver(konkyu, {record("removal", "x1", R"("targetKind":"consent","targetKey":"k1")")});
  EXPECT_TRUE(bearers().empty());
  EXPECT_FALSE(covers("J-KAIGI", "coordinator"));
}

TEST_F(FieldConsent, names_a_form_that_the_law_as_data_knows) {
  std::ifstream rows(tests::in_source("/plugins/konkyu/testdata/expected/list_20260410.txt.jsonl"));
  int consents = 0;
  for (std::string row; std::getline(rows, row);) {
    const auto parsed = tsunagu::json::parse_untrusted(row);
    const auto form = parsed.ok() ? parsed.root().find("scopeForm").text() : std::string_view();
    if (form.empty()) continue;
    ++consents;
    const auto& forms = book->law.forms;
    EXPECT_TRUE(forms.find(form, clock.now()) != nullptr || forms.destination(form) != nullptr)
        << form;
  }
  EXPECT_GT(consents, 2);
}

}  // namespace
}  // namespace hub::service
