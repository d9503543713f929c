// The three files of the law as they are shipped, and what is refused in them.
#include "hub/profile/law.hpp"

#include <array>
#include <string>

#include "hub/domain/facts.hpp"
#include "hub/domain/gate.hpp"
#include "tests/hub/profile/law_folder.hpp"

namespace {

using namespace hub::domain;
using hub::profile::Law;
using hub::profile::load_law;

const std::filesystem::path& shipped = hub::profile::shipped_law;
const hub::base::UtcMillis day = hub::profile::april_10;

/// A copy of the shipped folder in which `file` had one text replaced.
struct ChangedLaw : hub::profile::LawFolder {
  std::string problems(std::string_view file, const std::string& from, const std::string& to) {
    const auto law = changed([&](std::string_view name, std::string& text) {
      if (name != file) return;
      ASSERT_NE(text.find(from), std::string::npos);
      text.replace(text.find(from), from.size(), to);
    });
    return law.has_value() ? "" : law.error().text();
  }
};

Standing signed_on(const Law& law, std::string_view form, std::string_view forum, Item label,
                   std::string_view recipient, std::string_view purpose) {
  ConsentSigned signing;
  signing.at = day;
  const auto events = given_by_form(*law.forms.find(form, day), signing);
  const std::array groups{recipient};
  const ConsentQuestion question{signing.person, forum,
                                 groups,         purpose,
                                 label,          law.bases.find(forum, day)->support_consent_needed,
                                 std::nullopt};
  return standing(events, day + std::chrono::hours(24), question);
}

//
TEST(Law, has_a_row_for_every_ground_that_a_forum_may_stand_on) {
  const Law law = load_law(shipped).value();
  for (const char* code :
       {"CONSENT", "J-KAIGI", "SHIEN-KAIGI", "KONKYU-KAIGI", "KONKYU-CHOSEI", "SEIHO-CHOSEI",
        "YOUTAIKYO", "GYAKUTAI-TEIKYO", "CARE-KAIGI", "SHOGAI-KYOGI", "WAKAMONO", "INTERNAL",
        "AGENCY", "BENEFIT", "EMERGENCY", "TAX", "MYNUMBER", "OWN", "SELF"}) {
    ASSERT_NE(law.bases.find(code, day), nullptr) << code;
    EXPECT_FALSE(law.bases.find(code, day)->as_of.empty()) << code;
  }
}

TEST(Law, founds_nothing_on_a_prohibition) {
  const Law law = load_law(shipped).value();
  for (const char* code : {"TAX", "MYNUMBER"}) {
    Situation situation;
    situation.forum.basis = law.bases.find(code, day);
    EXPECT_EQ(decide(facts_for(Item::public_, situation)).decision, Decision::deny);
  }
}

TEST(Law, was_not_in_force_before_its_day) {
  const Law law = load_law(shipped).value();
  const auto before = hub::base::from_jst_day(std::chrono::year(2021) / std::chrono::March / 31);
  EXPECT_EQ(law.bases.find("SHIEN-KAIGI", before), nullptr);
  EXPECT_NE(law.bases.find("SHIEN-KAIGI", before + std::chrono::hours(24)), nullptr);
}

TEST(Law, lets_only_the_municipality_convene_a_shien_kaigi) {
  const Law law = load_law(shipped).value();
  EXPECT_TRUE(law.bases.find("SHIEN-KAIGI", day)->may_convene("municipality"));
  EXPECT_FALSE(law.bases.find("SHIEN-KAIGI", day)->may_convene("coordinator"));
}

TEST(Law, reads_j1_as_consent_to_support_and_sharing_up_to_the_juso_kaigi) {
  const Law law = load_law(shipped).value();
  EXPECT_TRUE(
      signed_on(law, "J1", "J-KAIGI", Item::statement, "supporting-agencies", "plan").allows());
  EXPECT_TRUE(signed_on(law, "J1", "CONSENT", Item::contact, "coordinator", "tie_in").allows());
  EXPECT_FALSE(signed_on(law, "J1", "J-KAIGI", Item::tax, "coordinator", "plan").allows());
}

TEST(Law, reads_j2_as_consent_to_the_tie_in_alone) {
  const Law law = load_law(shipped).value();
  EXPECT_TRUE(signed_on(law, "J2", "CONSENT", Item::statement, "coordinator", "tie_in").allows());
  EXPECT_FALSE(signed_on(law, "J2", "J-KAIGI", Item::statement, "coordinator", "plan").allows());
}

TEST(Law, takes_the_needy_persons_form_for_no_consent_to_the_juso_kaigi) {
  const Law law = load_law(shipped).value();
  EXPECT_TRUE(
      signed_on(law, "K1", "KONKYU-CHOSEI", Item::statement, "konkyu-related-agencies", "plan")
          .allows());
  EXPECT_FALSE(
      signed_on(law, "K1", "J-KAIGI", Item::statement, "konkyu-related-agencies", "plan").allows());
}

TEST(Law, opens_tax_by_its_own_form_alone) {
  const Law law = load_law(shipped).value();
  for (const ConsentForm& form : law.forms.forms())
    EXPECT_EQ(form.scope.labels.has(Item::tax), form.code == "J3") << form.code;
}

TEST(Law, gives_every_form_a_copy_in_easy_japanese) {
  const Law law = load_law(shipped).value();
  for (const ConsentForm& form : law.forms.forms())
    EXPECT_NE(form.easy_wording.find("《"), std::string::npos) << form.code;
}

TEST_F(ChangedLaw, names_an_unknown_key_with_its_line_and_the_right_one) {
  const std::string text = problems("legal_bases.yaml", "secrecy:", "secercy:");
  EXPECT_NE(text.find("legal_bases.yaml:"), std::string::npos) << text;
  EXPECT_NE(text.find("secrecy"), std::string::npos) << text;
}

TEST_F(ChangedLaw, refuses_a_forum_that_a_form_names_and_nobody_declared) {
  const std::string text =
      problems("consent_forms.yaml", "[CONSENT, J-KAIGI]", "[CONSENT, J-KAIGO]");
  EXPECT_NE(text.find("consent_forms.yaml:"), std::string::npos) << text;
  EXPECT_NE(text.find("J-KAIGI"), std::string::npos) << text;
}

TEST_F(ChangedLaw, refuses_a_purpose_that_would_need_the_informant) {
  EXPECT_NE(problems("purposes.yaml", "needed: [identity,", "needed: [informant,"), "");
}

TEST_F(ChangedLaw, refuses_a_class_that_the_gate_does_not_know) {
  EXPECT_NE(problems("legal_bases.yaml", "forum_class: statutory", "forum_class: anybody"), "");
}

TEST_F(ChangedLaw, refuses_a_code_that_holds_twice_at_one_time) {
  const std::string text = problems("legal_bases.yaml", "code: KONKYU-KAIGI", "code: SHIEN-KAIGI");
  EXPECT_NE(text.find("SHIEN-KAIGI"), std::string::npos) << text;
  EXPECT_NE(problems("consent_forms.yaml", "code: J2", "code: J1"), "");
  EXPECT_NE(problems("purposes.yaml", "code: plan", "code: tie_in"), "");
}

TEST_F(ChangedLaw, refuses_a_missing_file) {
  std::filesystem::create_directories(folder);
  EXPECT_FALSE(load_law(folder).has_value());
}

}  // namespace
