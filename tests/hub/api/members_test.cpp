// What a body may say: as the description tells it, and nothing else.
#include "hub/api/members.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

namespace hub::api {
namespace {

using testing::HasSubstr;
using testing::Not;

const Operation& operation(std::string_view id) {
  const auto all = operations();
  return *std::find_if(all.begin(), all.end(), [id](const auto& one) { return one.id == id; });
}

base::Result<> check(std::string_view id, const std::string& body) {
  const auto parsed = tsunagu::json::parse_untrusted(body);
  EXPECT_TRUE(parsed.ok());
  return check_body(operation(id), parsed.root());
}

TEST(Members, of_a_body_that_is_described_are_taken) {
  EXPECT_TRUE(check("draftPlan", R"({"planKind":"sanka","goals":"畑に通う","due":"2026-05-01"})"));
  EXPECT_TRUE(check("agreePlan", "{}"));
  EXPECT_TRUE(check("addContact", R"({"step":"visit","reached":true,"minutes":30})"));
  EXPECT_TRUE(check("giveConsent", R"({"objects":["sharing"],"form":"a"})"));
}

TEST(Members, that_are_missing_or_unknown_are_refused) {
  const auto missing = check("draftPlan", "{}");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().text(), "/planKind: is missing");
  for (const auto* body :
       {R"({"planKind":"sanka","verb":"x"})", R"({"planKind":"sanka","case":"x"})",
        R"({"planKind":"sanka","tanaka":"x"})"}) {
    const auto refused = check("draftPlan", body);
    ASSERT_FALSE(refused) << body;
    EXPECT_THAT(refused.error().text(), Not(HasSubstr("tanaka")));
  }
  EXPECT_FALSE(check("agreePlan", "[]"));
}

struct Bad {
  const char* id;
  const char* body;
  const char* says;
};

TEST(Members, that_look_otherwise_are_refused_by_name_and_without_their_value) {
  constexpr Bad all[] = {
      {"draftPlan", R"({"planKind":"tanaka"})", "/planKind: is one of: takikan outreach sanka"},
      {"draftPlan", R"({"planKind":"sanka","goals":5})", "/goals: is no text"},
      {"draftPlan", R"({"planKind":"sanka","due":"tanaka"})", "/due: is no day"},
      {"addContact", R"({"step":"visit","reached":"tanaka"})", "/reached: is true or false"},
      {"addContact", R"({"step":"visit","minutes":-1})", "/minutes: is no whole number"},
      {"addContact", R"({"step":"visit","minutes":"30"})", "/minutes: is no whole number"},
      {"supersedePlan", R"({"successor":"tanaka"})", "/successor: is no id"},
      {"giveConsent", R"({"objects":"tanaka"})", "/objects: is no list of texts"},
      {"giveConsent", R"({"objects":[1]})", "/objects: is no list of texts"},
      {"addAgendaItem", R"({"persons":["tanaka"]})", "/persons: is no list of ids"},
  };
  for (const auto& bad : all) {
    SCOPED_TRACE(bad.body);
    const auto refused = check(bad.id, bad.body);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().text(), HasSubstr(bad.says));
    EXPECT_THAT(refused.error().text(), Not(HasSubstr("tanaka")));
  }
}

TEST(Members, look_otherwise_where_the_verb_takes_them_otherwise) {
  EXPECT_EQ(find_member("plan.draft", "due")->shape, Shape::day);
  EXPECT_EQ(find_member("match.list", "due")->shape, Shape::flag);
  EXPECT_EQ(find_member("plan.draft", "nobody"), nullptr);
}

}  // namespace
}  // namespace hub::api
