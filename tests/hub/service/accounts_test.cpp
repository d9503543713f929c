// Accounts end with the fiscal year, and so do their roles: renewing brings back what has just
// ended, not what ended long ago.
#include "hub/service/accounts.hpp"

#include <gmock/gmock.h>

#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr auto keeper = "operator/root";

class Accounts : public ServiceFixture {
 protected:
  void SetUp() override {
    ASSERT_TRUE(add_account(*context, "kanri", {"operator"}, keeper).has_value());
    ASSERT_TRUE(give_role(*context, "kanri", "auditor", keeper).has_value());
  }
  void go_to(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    clock.advance(base::from_jst_day(date) - clock.now());
  }
  std::string listed() {
    std::string out;
    look([&](store::Reader& reader) {
      view_accounts(reader, clock.now(), [&](std::string_view line) { out += line; });
      return 0;
    });
    return out;
  }
};

TEST_F(Accounts, are_renewed_with_the_roles_that_end_this_year) {
  go_to(2027, 2, 1);
  EXPECT_EQ(renew_account(*context, "kanri", keeper).value(), "2028-03-31");
  EXPECT_THAT(listed(), AllOf(HasSubstr("operator"), HasSubstr("auditor"), HasSubstr("2028")));
}

TEST_F(Accounts, are_renewed_a_little_late_too) {
  go_to(2027, 4, 20);
  EXPECT_THAT(listed(), HasSubstr(R"("roles":[])"));
  EXPECT_EQ(renew_account(*context, "kanri", keeper).value(), "2028-03-31");
  EXPECT_THAT(listed(), AllOf(HasSubstr("operator"), HasSubstr("auditor")));
}

TEST_F(Accounts, do_not_get_back_what_ended_long_ago) {
  go_to(2027, 11, 1);
  EXPECT_EQ(renew_account(*context, "kanri", keeper).value(), "2028-03-31");
  EXPECT_THAT(listed(), AllOf(HasSubstr(R"("roles":[])"), HasSubstr("unsettled")));
  ASSERT_TRUE(give_role(*context, "kanri", "auditor", keeper).has_value());
  EXPECT_THAT(listed(), HasSubstr(R"("roles":["auditor"])"));
}

}  // namespace
}  // namespace hub::service
