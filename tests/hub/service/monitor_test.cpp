// Plans under way are looked at on open days, and whom nobody reached stands in a
// register, each try with its ground.
#include "tests/hub/service/process_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using domain::PlanEvent;
using testing::HasSubstr;
using testing::SizeIs;

constexpr std::chrono::year_month_day day(int year, unsigned month, unsigned number) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(number)};
}

class Monitoring : public ProcessFixture {
 protected:
  base::Result<store::MonitoringId> look_at(const store::PlanId& id, const std::string& proposal,
                                            std::optional<std::chrono::year_month_day> next = {}) {
    return monitor(*context, {id, stored(id).revision, {}, proposal, next, "笑顔が増えた"},
                   officer);
  }
  std::size_t overdue() {
    return look([&](store::Reader& reader) {
      return store::overdue_plans(reader, domain::text_of(today())).size();
    });
  }
};

TEST_F(Monitoring, is_due_on_the_last_open_day_of_its_term) {
  const auto id = started();
  EXPECT_EQ(stored(id).due, "2026-07-10");
  wait(8);
  ASSERT_TRUE(look_at(id, "continue").has_value());
  EXPECT_EQ(stored(id).due, "2026-07-17") << "18 July is a Saturday";
  ASSERT_TRUE(look_at(id, "change", day(2026, 5, 5)).has_value());
  EXPECT_EQ(stored(id).due, "2026-05-01") << "3 to 6 May are holidays, 2 May is a Saturday";
  EXPECT_EQ(look_at(id, "continue", day(2026, 4, 18)).error().kind(), Kind::invalid);
  EXPECT_EQ(look_at(id, "nothing").error().kind(), Kind::invalid);
  look([&](store::Reader& reader) {
    const auto all = store::monitorings_of(reader, stored(id).row);
    EXPECT_THAT(all, SizeIs(2));
    EXPECT_EQ(all.at(1).proposal, "change");
    return 0;
  });
}

TEST_F(Monitoring, is_overdue_from_the_day_after) {
  const auto id = started();
  EXPECT_EQ(overdue(), 0U);
  wait(91);
  EXPECT_EQ(overdue(), 0U) << "on its day";
  wait(1);
  EXPECT_EQ(overdue(), 1U);
  ASSERT_TRUE(look_at(id, "continue").has_value());
  EXPECT_EQ(overdue(), 0U);
}

TEST_F(Monitoring, is_of_a_plan_under_way) {
  const auto id = draft();
  EXPECT_THAT(look_at(id, "continue").error().text(), HasSubstr("under way"));
}

class Outreach : public ProcessFixture {
 protected:
  base::Result<store::OutreachId> enter(const std::string& why, const std::string& basis) {
    return register_outreach(*context, {about, why, basis}, officer);
  }
};

TEST_F(Outreach, is_entered_once_with_why_and_on_which_ground) {
  EXPECT_EQ(enter("bored", "SHIEN-KAIGI").error().kind(), Kind::invalid);
  EXPECT_THAT(enter("refuses", "NO-SUCH").error().text(), HasSubstr("/basis")) << "R-66";
  ASSERT_TRUE(enter("refuses", "SHIEN-KAIGI").has_value());
  EXPECT_EQ(enter("hidden", "SHIEN-KAIGI").error().kind(), Kind::conflict);
  EXPECT_EQ(audited("outreach.opened").at(0).basis, "SHIEN-KAIGI");
}

TEST_F(Outreach, notes_each_try_before_any_plan) {
  const auto id = made(enter("unaware", "SHIEN-KAIGI"));
  ContactWish wish{.of = id, .step = "visit", .minutes = 90, .note = "窓越しに返事があった"};
  ASSERT_TRUE(note_contact(*context, wish, officer).has_value()) << "R-52";
  wish.step = "dance";
  EXPECT_EQ(note_contact(*context, wish, officer).error().kind(), Kind::invalid);
  wish.step = "visit";
  wish.day = day(2026, 4, 11);
  EXPECT_THAT(note_contact(*context, wish, officer).error().text(), HasSubstr("to come"));
  wish.day.reset();
  wish.minutes = 2000;
  EXPECT_EQ(note_contact(*context, wish, officer).error().kind(), Kind::invalid);
  look([&](store::Reader& reader) {
    const auto tries = store::contacts_of(reader, store::find_outreach(reader, id)->row);
    EXPECT_THAT(tries, SizeIs(1));
    EXPECT_EQ(tries.at(0).basis, "SHIEN-KAIGI");
    EXPECT_EQ(tries.at(0).minutes, 90);
    EXPECT_FALSE(tries.at(0).reached);
    return 0;
  });
}

TEST_F(Outreach, ends_with_its_outcome_and_may_begin_anew) {
  const auto id = made(enter("refuses", "SHIEN-KAIGI"));
  EXPECT_EQ(end_outreach(*context, id, "bored", officer).error().kind(), Kind::invalid);
  ASSERT_TRUE(end_outreach(*context, id, "consented", officer).has_value());
  EXPECT_EQ(end_outreach(*context, id, "moved", officer).error().kind(), Kind::conflict);
  EXPECT_EQ(note_contact(*context, {.of = id, .step = "visit"}, officer).error().kind(),
            Kind::conflict);
  EXPECT_TRUE(enter("hidden", "SHIEN-KAIGI").has_value());
}

// 大田市's outreach is another desk than the one that coordinates.
TEST_F(Outreach, is_noted_by_the_outreach_desk_while_the_case_stands_in_the_register) {
  auto changed = std::make_shared<Book>(*book);
  for (auto& desk : changed->profile.desks)
    if (desk.code == "nikon-houkatsu") desk.statute = profile::StatuteItem::i4;
  book = changed;
  context->exchange(book);
  const auto id = made(enter("refuses", "SHIEN-KAIGI"));
  const ContactWish visit{.of = id, .step = "visit", .minutes = 30};
  EXPECT_TRUE(note_contact(*context, visit, "officer/elsewhere").has_value());
  ASSERT_TRUE(end_outreach(*context, id, "consented", officer).has_value());
  EXPECT_EQ(end_outreach(*context, id, "moved", "officer/elsewhere").error().kind(),
            Kind::forbidden)
      << "it is no longer theirs";
}

TEST_F(Outreach, is_for_who_works_on_the_case) {
  officer = "officer/elsewhere";
  EXPECT_EQ(enter("refuses", "SHIEN-KAIGI").error().kind(), Kind::forbidden);
}

}  // namespace
}  // namespace hub::service
