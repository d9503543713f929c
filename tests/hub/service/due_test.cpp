// Deadlines come as events, each once and on open days (R-54), and as a digest of who works on the
// case, in which nobody's data stand.
#include "hub/service/due.hpp"

#include "hub/service/say_answer.hpp"
#include "tests/hub/service/follow_fixture.hpp"

namespace hub::service {
namespace {

using domain::PlanEvent;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Deadlines : public FollowFixture {
 protected:
  /// By the coordinator's own system, so that the referral waits for nothing.
  void accept() {
    const auto referral = referrals().front().id;
    EXPECT_TRUE(say_answer(*context, {referral, "accepted", "", "", "", ""}, "sakutomo"));
  }
  store::SittingId sitting;
  /// What was told anew, each as the event's type.
  std::vector<std::string> told() {
    const auto before = types().size();
    EXPECT_TRUE(tell_deadlines(*context, [] { return false; }));
    auto all = types();
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(before));
    return all;
  }
  std::vector<std::string> digest(const std::string& asker, const std::string& desk = {}) {
    std::vector<std::string> lines;
    look([&](store::Reader& reader) {
      view_digest(reader, *book, {asker, desk}, clock.now(),
                  [&](std::string_view line) { lines.emplace_back(line); });
      return 0;
    });
    return lines;
  }
};

TEST_F(Deadlines, of_a_monitoring_come_once_on_its_day) {
  const auto id = started();
  ASSERT_EQ(stored(id).due, "2026-07-10");
  accept();
  EXPECT_THAT(told(), IsEmpty());
  wait(90);
  EXPECT_THAT(told(), IsEmpty()) << "the day before";
  wait(1);
  EXPECT_THAT(told(), ElementsAre("tsunagu.deadline.monitoring_due"));
  EXPECT_THAT(told(), IsEmpty()) << "once";
  wait(3);
  EXPECT_THAT(told(), IsEmpty()) << "still due, and told before";
  ASSERT_TRUE(monitor(*context, {id, stored(id).revision, {}, "continue", {}, ""}, officer));
  wait(95);
  EXPECT_THAT(told(), Contains("tsunagu.deadline.monitoring_due")) << "the next one";
}

TEST_F(Deadlines, come_on_open_days) {
  accept();
  let_start_early();
  const auto id = draft();
  ASSERT_TRUE(role(id, "elim").has_value());
  wait(1);  // Saturday, 11 April
  ASSERT_EQ(refused(id, PlanEvent::start_urgent, because()), "");
  EXPECT_THAT(told(), IsEmpty()) << "Saturday";
  EXPECT_THAT(digest("officer/sakutomo"), IsEmpty());
  wait(1);
  EXPECT_THAT(told(), IsEmpty()) << "Sunday";
  wait(1);
  EXPECT_THAT(told(), ElementsAre("tsunagu.deadline.ratification_open"));
  const auto lines = digest("officer/sakutomo");
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_THAT(lines.front(), HasSubstr(R"("day":"2026-04-13")"));
}

TEST_F(Deadlines, that_nobody_told_in_time_wait_for_an_open_day) {
  started();
  accept();
  wait(92);  // the day after, a Saturday
  EXPECT_THAT(told(), IsEmpty());
  wait(2);
  EXPECT_THAT(told(), ElementsAre("tsunagu.deadline.monitoring_due"));
}

TEST_F(Deadlines, of_a_referral_that_nobody_answers_come_after_two_weeks) {
  wait(14);
  EXPECT_THAT(told(), IsEmpty());
  wait(3);  // Monday
  EXPECT_THAT(told(), ElementsAre("tsunagu.deadline.referral_unanswered"));
  accept();
  EXPECT_THAT(digest("officer/sakutomo"), IsEmpty()) << "answered";
}

TEST_F(Deadlines, of_a_sitting_come_the_day_after_for_copies_that_are_out) {
  accept();
  const auto item = heard();
  look([&](store::Reader& reader) {
    sitting = store::read_sitting(reader, store::find_agenda_item(reader, item)->of.sitting)->id;
    return 0;
  });
  const auto seat = this->seat(sitting, "elim");
  const auto number = hand_copy(*context, seat, "例 太郎", officer).value();
  EXPECT_THAT(told(), IsEmpty());
  wait(3);
  EXPECT_THAT(told(), ElementsAre("tsunagu.deadline.copies_out"));
  ASSERT_TRUE(return_copy(*context, sitting, number, officer).has_value());
  EXPECT_THAT(digest("officer/sakutomo"), IsEmpty());
}

TEST_F(Deadlines, stand_in_the_digest_of_who_works_on_the_case_without_a_word_about_anybody) {
  const auto id = started();
  accept();
  wait(92);
  const auto lines = digest("officer/sakutomo");
  ASSERT_THAT(lines, Not(IsEmpty()));
  EXPECT_THAT(lines.front(), HasSubstr(R"("what":"monitoring_due")"));
  EXPECT_THAT(lines.front(), HasSubstr(about.text()));
  EXPECT_THAT(lines.front(), HasSubstr("plan/" + id.text()));
  for (const auto& line : lines) {
    for (const auto* word : {"例", "レイ", "1940", "氏家", "外に出る"})
      EXPECT_THAT(line, Not(HasSubstr(word)));
  }
  EXPECT_THAT(digest("officer/elsewhere"), IsEmpty());
  EXPECT_THAT(digest("operator/root"), SizeIs(lines.size()));
  EXPECT_THAT(digest("operator/root", "elim"), SizeIs(lines.size())) << "it has a role";
  EXPECT_THAT(digest("operator/root", "nikon"), IsEmpty());
}

}  // namespace
}  // namespace hub::service
