#include <gmock/gmock.h>

#include "hub/service/view_disclosures.hpp"
#include "hub/store/cases.hpp"
#include "tests/hub/service/mother_fixture.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::service {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using What = Told::What;

const domain::LegalBases& bases() {
  static const auto book = book_of("sakura");
  return book->law.bases;
}

store::LoggedEntry sent(std::vector<std::string> fields, std::string basis = "CONSENT") {
  store::LoggedEntry logged;
  logged.at =
      base::from_jst_day({std::chrono::year(2026), std::chrono::month(4), std::chrono::day(10)});
  logged.entry.actor = "system";
  logged.entry.action = "referral.claimed";
  logged.entry.objects = {"referral/r1"};
  logged.entry.recipient = "sakutomo";
  logged.entry.decision = audit::Decision::allow;
  logged.entry.rule = "ok";
  logged.entry.basis = std::move(basis);
  logged.entry.fields = std::move(fields);
  return logged;
}

Told told(const store::LoggedEntry& logged, PageFacts facts = {}) {
  return told_of(logged, bases(), facts);
}

PageFacts as(PageReader reader) {
  PageFacts facts;
  facts.reader = reader;
  return facts;
}

TEST(ToldPerson, names_the_kinds_of_data_that_went) {
  const auto row = told(sent({"person/names/0/fullName", "person/addresses/0/fullAddress"}));
  EXPECT_EQ(row.what, What::disclosure);
  EXPECT_THAT(row.items, ElementsAre("identity", "contact"));
  EXPECT_TRUE(row.recipient);
}

TEST(ToldPerson, a_refusal_brought_nothing_to_anybody_and_only_the_officer_sees_it) {
  auto refused = sent({"person/sex"});
  refused.entry.decision = audit::Decision::deny;
  EXPECT_EQ(told(refused).what, What::nothing);
  const auto row = told(refused, as(PageReader::officer));
  EXPECT_EQ(row.what, What::disclosure);
  EXPECT_EQ(row.withheld, "nothing_went");
}

TEST(ToldPerson, that_a_referral_set_out_is_no_disclosure_before_a_field_of_it_went) {
  EXPECT_EQ(told(sent({})).what, What::nothing);
}

TEST(ToldPerson, a_look_is_told) {
  auto look = sent({"member"});
  look.entry.actor = look.entry.recipient = "operator/hanako";
  look.entry.decision = audit::Decision::none;
  EXPECT_EQ(told(look).what, What::look);
  look.entry.recipient.clear();
  EXPECT_EQ(told(look).what, What::nothing) << "the control: a step of the hub's own";
}

TEST(ToldPerson, who_reported_and_who_is_not_in_the_case_is_in_no_row) {
  const auto row = told(sent({"consultation/statement", "informant", "third_party", "youtai"}));
  EXPECT_THAT(row.items, ElementsAre("statement"));
  EXPECT_EQ(told(sent({"informant"})).what, What::nothing);
  EXPECT_EQ(told(sent({"informant"}), as(PageReader::officer)).withheld, "others_only");
}

TEST(ToldPerson,
     what_a_council_for_children_or_a_report_of_abuse_was_told_is_neither_denied_nor_confirmed) {
  for (const auto* basis : {"YOUTAIKYO", "GYAKUTAI-TEIKYO"}) {
    ASSERT_NE(bases().find(basis, sent({}).at), nullptr) << basis;
    EXPECT_EQ(told(sent({"person/sex"}, basis)).what, What::nothing) << basis;
    EXPECT_EQ(told(sent({"person/sex"}, basis), as(PageReader::officer)).withheld, "kept_secret");
  }
  auto pointer = sent({"person/sex"});
  pointer.entry.decision = audit::Decision::mask;
  pointer.entry.rule = "youtai_pointer";
  EXPECT_EQ(told(pointer).what, What::nothing);
  pointer.entry.rule = "hidden_address";
  EXPECT_EQ(told(pointer).what, What::disclosure) << "the control: another mask is told";
}

TEST(ToldPerson, a_matter_with_somebody_who_hides_from_the_reader_is_not_there) {
  PageFacts near;
  near.near_hidden = {"referral/r1"};
  EXPECT_EQ(told(sent({"person/sex"}), near).what, What::nothing);
  near.near_hidden = {"referral/r2"};
  EXPECT_EQ(told(sent({"person/sex"}), near).what, What::disclosure);
}

TEST(ToldPerson, a_representative_does_not_learn_where_a_hidden_person_is_served) {
  auto facts = as(PageReader::representative);
  EXPECT_TRUE(told(sent({"person/sex"}), facts).recipient);
  facts.hidden = true;
  EXPECT_FALSE(told(sent({"person/sex"}), facts).recipient);
  facts.reader = PageReader::person;
  EXPECT_TRUE(told(sent({"person/sex"}), facts).recipient);
}

TEST(ToldPerson, what_was_erased_is_told_no_more) {
  auto erased = sent({"person/sex"});
  erased.erased = true;
  EXPECT_EQ(told(erased).what, What::nothing);
}

class Disclosures : public MotherFixture {
 protected:
  void SetUp() override {
    MotherFixture::SetUp();
    packet(referrals().at(0));
  }
  std::vector<std::string> lines(const base::PersonId& of, PageReader reader = PageReader::person) {
    std::vector<std::string> all;
    look([&](store::Reader& store) {
      const auto shown = view_disclosures(store, *book, of, reader, clock.now(),
                                          [&](auto line) { all.emplace_back(line); });
      EXPECT_TRUE(shown.has_value());
      return 0;
    });
    return all;
  }
  static std::vector<std::string> with(const std::vector<std::string>& all,
                                       const std::string& part) {
    std::vector<std::string> out;
    for (const auto& line : all)
      if (line.find(part) != std::string::npos) out.push_back(line);
    return out;
  }
};

TEST_F(Disclosures, tell_to_whom_for_what_and_on_which_ground_with_the_version_of_the_law) {
  const auto went = with(lines(mother), R"("kind":"disclosure")");
  ASSERT_FALSE(went.empty());
  EXPECT_THAT(went.back(), HasSubstr("SAKUTOMO"));
  EXPECT_THAT(went.back(), HasSubstr(R"("basisTitle":"本人の同意による提供")"));
  EXPECT_THAT(went.back(), HasSubstr("時点）"));
  EXPECT_THAT(went.back(), HasSubstr("つなぎ"));
}

TEST_F(Disclosures, name_no_value_no_field_and_no_case) {
  for (const auto& line : lines(mother)) {
    EXPECT_THAT(line, Not(HasSubstr("足腰")));
    EXPECT_THAT(line, Not(HasSubstr("花子")));
    EXPECT_THAT(line, Not(HasSubstr("fullName")));
    EXPECT_THAT(line, Not(HasSubstr("referral/")));
  }
  EXPECT_THAT(with(lines(mother, PageReader::officer), "fullName"), Not(IsEmpty()))
      << "the control";
}

TEST_F(Disclosures, tell_the_officer_who_looked) {
  commit([&](store::Transaction& tx) {
    audit::Entry entry;
    entry.actor = entry.recipient = "operator/hanako";
    entry.action = "case.looked_at";
    entry.persons = {mother};
    tx.audit(entry);
    return 0;
  });
  EXPECT_THAT(with(lines(mother), "hanako"), IsEmpty());
  EXPECT_THAT(with(lines(mother, PageReader::officer), R"("by":"operator/hanako")"),
              Not(IsEmpty()));
}

TEST_F(Disclosures, of_somebody_unknown_are_refused) {
  const auto nobody = base::PersonId::make(clock.now(), random);
  look([&](store::Reader& reader) {
    const auto refused = view_disclosures(reader, *book, nobody, PageReader::person, clock.now(),
                                          [](auto) { ADD_FAILURE(); });
    EXPECT_EQ(refused.error().kind(), base::Kind::not_found);
    return 0;
  });
}

// The mother's own case also has the daughter who hides from her.
TEST_F(Disclosures, of_a_matter_with_somebody_who_hides_read_as_if_it_had_not_been) {
  ASSERT_THAT(with(lines(mother), R"("kind":"disclosure")"), Not(IsEmpty()));
  deliver(kaigo, {person({.key = "d",
                          .number = "7",
                          .name = "例 月子",
                          .kana = "レイ ツキコ",
                          .birthday = "1970-01-01"},
                         "atena:kaigo")});
  const auto row = link_of(kaigo, "d")->person;
  const auto about_case = referrals().at(0).case_row;
  commit([&](store::Transaction& tx) {
    store::put_case_person(tx, about_case, row, false);
    return 0;
  });
  deliver_register(
      "7,レイ ツキコ,1970-01-01,2026-01-01,2027-03-31,,例 花子,レイ ハナコ,1940-02-10,1\r\n");
  EXPECT_THAT(with(lines(mother), R"("kind":"disclosure")"), IsEmpty());
  EXPECT_THAT(with(lines(mother, PageReader::officer), "near_hidden"), Not(IsEmpty()));
}

}  // namespace
}  // namespace hub::service
