#include "tests/hub/daemon/admin_fixture.hpp"

namespace hub::daemon {
namespace {

using testing::Contains;
using testing::IsEmpty;

class PrivacyVerbs : public AdminVerbsTest {
 protected:
  std::string person() {
    return look([](store::Reader& reader) {
      return store::read_person(reader, store::PersonRow{1})->id.text();
    });
  }
  std::string whose() { return R"("person":")" + person() + '"'; }
  /// `request` of the only one.
  std::string request() { return the("request", "request.list"); }
};

TEST_F(PrivacyVerbs, log_a_look_at_the_log_and_show_it_at_the_next_look) {
  const auto first = ask("person.disclosures", whose()).value();
  EXPECT_THAT(first, Not(Contains(HasSubstr("disclosures_looked_at"))));
  EXPECT_THAT(actions(), Contains("person.disclosures_looked_at"));
  EXPECT_THAT(ask("person.disclosures", whose()).value(),
              Contains(HasSubstr("disclosures_looked_at")));
}

TEST_F(PrivacyVerbs, refuse_a_reader_that_is_none) {
  EXPECT_EQ(ask("person.disclosures", whose() + R"(,"for":"spouse")").error().kind(),
            Kind::invalid);
  EXPECT_EQ(ask("person.disclosures", R"("person":"abc")").error().kind(), Kind::invalid);
}

TEST_F(PrivacyVerbs, carry_a_request_to_its_answer) {
  EXPECT_TRUE(ask("request.open", whose() + R"(,"type":"correction","items":"contact")"));
  EXPECT_TRUE(ask("request.prolong", request()));
  EXPECT_TRUE(ask("request.show", request()));
  EXPECT_TRUE(ask("request.answer", request() + R"(,"answer":"granted")"));
  EXPECT_EQ(orders_changed, 1);
  for (const auto* action :
       {"request.opened", "request.prolonged", "request.granted", "person.requests_looked_at"})
    EXPECT_THAT(actions(), Contains(action));
}

TEST_F(PrivacyVerbs, say_what_of_a_request_is_wrong) {
  for (const auto* wrong :
       {R"("type":"erasure")", R"("type":"stop","by":"wife")", R"("type":"stop","items":"shoe")",
        R"("type":"stop","received":"2026-02-30")", R"("type":"stop","received":"2999-01-01")"})
    EXPECT_EQ(ask("request.open", whose() + "," + wrong).error().kind(), Kind::invalid) << wrong;
  EXPECT_THAT(ask("request.list").value(), IsEmpty());
}

TEST_F(PrivacyVerbs, let_the_doctor_say_what_is_due_and_what_is_late) {
  ASSERT_TRUE(ask("request.open", whose() + R"(,"type":"disclosure")"));
  EXPECT_THAT(ask("doctor").value(), Not(Contains(HasSubstr("request_"))));
  clock.advance(std::chrono::days(25));
  EXPECT_THAT(ask("doctor").value(), Contains(HasSubstr("request_due")));
  clock.advance(std::chrono::days(5));
  EXPECT_THAT(ask("doctor").value(), Not(Contains(HasSubstr("request_overdue"))));
  clock.advance(std::chrono::days(1));
  EXPECT_THAT(ask("doctor").value(), Contains(HasSubstr("request_overdue")));
}

// Two referrals of one year: nothing of them may be published.
TEST_F(PrivacyVerbs, hide_small_counts_and_every_sum_that_gives_them_back) {
  const auto lines = ask("stats", R"("year":"2026")").value();
  EXPECT_THAT(lines, Contains(HasSubstr(R"("measure":"referrals")")));
  EXPECT_THAT(lines, Contains(HasSubstr(R"("hidden":true)")));
  for (int count = 1; count < 10; ++count)
    EXPECT_THAT(lines, Not(Contains(HasSubstr(R"("count":)" + std::to_string(count) + "}"))));
  EXPECT_EQ(ask("stats", R"("year":"R8")").error().kind(), Kind::invalid);
}

}  // namespace
}  // namespace hub::daemon
