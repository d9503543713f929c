// What an adapter could write outward and what the operator granted stand beside each other.
#include "hub/workshop/push_grants.hpp"

#include <gtest/gtest.h>

namespace hub::workshop {
namespace {

profile::Source source_granting(std::vector<std::string> kinds) {
  profile::Source source;
  source.at = {"sources.yaml", 3, 5};
  int line = 10;
  for (auto& kind : kinds)
    source.may_push.push_back({std::move(kind), {"sources.yaml", line++, 7}});
  return source;
}

TEST(PushGrants, that_are_what_the_manifest_names_leave_nothing_to_say) {
  profile::Problems warnings;
  compare_grants(source_granting({"case_closed"}), {"case_closed"}, warnings);
  EXPECT_TRUE(warnings.empty());
}

TEST(PushGrants, name_a_wish_that_is_not_granted) {
  profile::Problems warnings;
  compare_grants(source_granting({"case_closed"}), {"case_closed", "plan_decided"}, warnings);
  ASSERT_EQ(warnings.all().size(), 1U);
  EXPECT_EQ(warnings.all()[0].code, "push_not_granted");
  EXPECT_NE(warnings.all()[0].text.en.find("plan_decided"), std::string::npos);
  EXPECT_EQ(warnings.all()[0].at.line, 3);
}

TEST(PushGrants, name_a_grant_of_what_the_adapter_can_not_do_and_the_nearest_that_it_can) {
  profile::Problems warnings;
  compare_grants(source_granting({"case_closd"}), {"case_closed"}, warnings);
  ASSERT_EQ(warnings.all().size(), 2U);
  EXPECT_EQ(warnings.all()[0].code, "push_unknown");
  EXPECT_EQ(warnings.all()[0].suggestion, "case_closed");
  EXPECT_EQ(warnings.all()[0].at.line, 10);
}

}  // namespace
}  // namespace hub::workshop
