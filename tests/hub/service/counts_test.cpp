// Counts over support whose numbers are known by hand (R-95, R-96, R-98, R-100, R-118, R-119).
#include "hub/domain/figure.hpp"
#include "hub/service/enter_count.hpp"
#include "hub/service/view_counts.hpp"
#include "tests/hub/service/process_fixture.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::service {
namespace {

using base::Kind;
using domain::PlanEvent;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr Day day(int year, unsigned month, unsigned number) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(number)};
}
const CountAsk this_year{day(2026, 4, 1), day(2027, 3, 31)};

class Counts : public ProcessFixture {
 protected:
  std::vector<std::string> lines(const CountAsk& ask) {
    return look([&](store::Reader& reader) {
      std::vector<std::string> out;
      const auto shown = view_counts(reader, *book, ask, clock.now(),
                                     [&out](std::string_view line) { out.emplace_back(line); });
      EXPECT_TRUE(shown.has_value()) << shown.error().text();
      return out;
    });
  }
  /// -1: hidden; -2: no such line.
  std::int64_t count(const std::string& kind, const std::string& figure, const std::string& key,
                     const std::string& code, const CountAsk& ask = this_year) {
    for (const auto& line : lines(ask)) {
      const auto parsed = tsunagu::json::parse_untrusted(line);
      const auto root = parsed.root();
      if (root.find("kind").text() != kind || root.find("figure").text() != figure) continue;
      if (!key.empty() && root.find(key).text() != code) continue;
      return root.find("hidden").boolean() ? -1 : root.find("count").integer();
    }
    return -2;
  }
  std::int64_t whole(const std::string& figure, const CountAsk& ask = this_year) {
    return count("figure", figure, "", "", ask);
  }
  std::int64_t part(const std::string& figure, const std::string& code,
                    const CountAsk& ask = this_year) {
    return count("part", figure, "part", code, ask);
  }
  Kind refused(const CountAsk& ask) {
    return look([&](store::Reader& reader) {
      const auto shown = view_counts(reader, *book, ask, clock.now(), [](std::string_view) {});
      EXPECT_FALSE(shown.has_value());
      return shown ? Kind::internal : shown.error().kind();
    });
  }
  /// More persons, each with a consultation and a referral.
  void refer(int first, int last) {
    std::vector<std::string> rows;
    for (int at = first; at <= last; ++at) {
      const auto key = "p" + std::to_string(at);
      rows.push_back(person({.key = key,
                             .number = std::to_string(1000 + at),
                             .kana = "カゾエ" + std::to_string(at),
                             .birthday = "19" + std::to_string(10 + at % 80) + "-03-04",
                             .address = "栃木県さくら市氏家" + std::to_string(at) + "番地"},
                            "atena:kaigo"));
      rows.push_back(record("consultation", "c" + key, service::about(key)));
      rows.push_back(referral("r" + key, key));
    }
    deliver(kaigo, rows);
  }
};

TEST_F(Counts, are_those_that_are_known_by_hand_R_96_R_118) {
  const auto plan = started();
  agree(plan, "suspend");
  EXPECT_EQ(ProcessFixture::refused(plan, PlanEvent::interrupt, because()), "");
  EXPECT_EQ(whole("referrals"), 1);
  EXPECT_EQ(whole("cases"), 1);
  EXPECT_EQ(whole("plans"), 1);
  EXPECT_EQ(part("plans", "takikan"), 1);
  EXPECT_EQ(part("plans", "sanka"), 0) << "zero is shown as zero";
  EXPECT_EQ(whole("support_decisions"), 1);
  EXPECT_EQ(part("plan_steps", "decide"), 1);
  EXPECT_EQ(part("plan_steps", "interrupt"), 1);
  EXPECT_EQ(part("plan_steps", "end"), 0);
  EXPECT_EQ(whole("active_plans"), 0) << "it is interrupted";
  EXPECT_EQ(whole("sittings"), 2) << "create and suspend were heard at one each";
  EXPECT_EQ(part("agenda_items", "J-KAIGI"), 2);
  EXPECT_EQ(part("agenda_items", "SHIEN-KAIGI"), 0);
  EXPECT_EQ(whole("case_closings"), 0);
}

TEST_F(Counts, tell_closings_lead_agencies_reopenings_and_monitorings_R_118) {
  const auto plan = started();
  ASSERT_TRUE(monitor(*context, {plan, stored(plan).revision, {}, "continue", {}, "元気"}, officer)
                  .has_value());
  ASSERT_TRUE(role(plan, "elim", true).has_value());
  agree(plan, "close");
  ASSERT_EQ(ProcessFixture::refused(plan, PlanEvent::end, ending()), "");
  EXPECT_EQ(part("monitorings", "continue"), 1);
  EXPECT_EQ(part("lead_agencies", "named"), 1);
  EXPECT_EQ(part("lead_agencies", "handed_back"), 0);
  EXPECT_EQ(whole("case_closings"), 1);
  EXPECT_EQ(whole("case_reopenings"), 0);
  wait(3);
  ASSERT_TRUE(take_case_up(*context, about, "state_changed", officer).has_value());
  EXPECT_EQ(whole("case_reopenings"), 1);
  EXPECT_EQ(whole("case_closings"), 1) << "it was closed, whatever came of it";
}

// R-96: a year that was reported stays as it was reported.
TEST_F(Counts, of_a_past_year_do_not_change_when_a_case_goes_on) {
  const CountAsk last_year{day(2026, 4, 1), day(2027, 3, 31)};
  const CountAsk next_year{day(2027, 4, 1), day(2028, 3, 31)};
  const auto close = [this](const store::PlanId& plan) {
    ASSERT_TRUE(role(plan, "elim", true).has_value());
    agree(plan, "close");
    ASSERT_EQ(ProcessFixture::refused(plan, PlanEvent::end, ending()), "");
  };
  close(started());
  ASSERT_EQ(whole("case_closings", last_year), 1);
  wait(400);
  ASSERT_TRUE(take_case_up(*context, about, "state_changed", officer).has_value());
  EXPECT_EQ(whole("case_closings", last_year), 1);
  EXPECT_EQ(whole("case_reopenings", last_year), 0);
  EXPECT_EQ(whole("case_reopenings", next_year), 1);
  close(started());
  wait(5);
  ASSERT_TRUE(take_case_up(*context, about, "state_changed", officer).has_value());
  EXPECT_EQ(whole("case_reopenings", next_year), 2) << "each of them";
  EXPECT_EQ(whole("case_closings", next_year), 1);
  EXPECT_EQ(whole("case_closings", last_year), 1);
}

TEST_F(Counts, of_another_period_are_zero_and_say_so) {
  started();
  const CountAsk before{day(2025, 4, 1), day(2026, 3, 31)};
  for (const auto& figure : domain::figures()) {
    if (figure.measure == domain::Measure::median) continue;
    EXPECT_EQ(whole(std::string(figure.name), before), 0) << figure.name;
  }
  const CountAsk last_day{day(2026, 4, 9), day(2026, 4, 9)};
  EXPECT_EQ(whole("cases", last_day), 0);
  const CountAsk the_day{day(2026, 4, 10), day(2026, 4, 10)};
  EXPECT_EQ(whole("cases", the_day), 1) << "the last day belongs to the period";
}

TEST_F(Counts, are_chosen_by_desk_field_and_area_R_96) {
  refer(1, 3);
  CountAsk ask = this_year;
  EXPECT_EQ(whole("referrals"), 4);
  ask.desk = "sakutomo-takikan";
  EXPECT_EQ(whole("referrals", ask), 4);
  ask.desk = "nikon-houkatsu";
  EXPECT_EQ(whole("referrals", ask), 0);
  ask.desk = "nowhere";
  EXPECT_EQ(refused(ask), Kind::invalid);
  ask.desk.clear();
  ask.field = "kaigo";
  EXPECT_EQ(whole("referrals", ask), 0) << "the coordinator's desk is of no field";
  ask.field = "nothing";
  EXPECT_EQ(refused(ask), Kind::invalid);
  ask.field.clear();
  ask.area = "nowhere";
  EXPECT_EQ(refused(ask), Kind::invalid);
  EXPECT_EQ(refused({day(2026, 5, 1), day(2026, 4, 1)}), Kind::invalid);
}

TEST_F(Counts, count_a_consultation_once_however_often_it_changes_R_118) {
  refer(1, 2);
  wait(2);
  deliver(kaigo, {record("consultation", "cp1", service::about("p1", R"("urgency":"soon")"))});
  EXPECT_EQ(whole("consultations"), 2);
  const CountAsk later{day(2026, 4, 12), day(2026, 4, 30)};
  EXPECT_EQ(whole("consultations", later), 0) << "it was received before";
}

TEST_F(Counts, take_the_median_of_the_days_R_119) {
  wait(7);
  started();
  const auto all = lines(this_year);
  EXPECT_THAT(all, Contains(testing::AllOf(HasSubstr(R"("figure":"days_to_plan")"),
                                           HasSubstr(R"("of":1,"days":"7.0")"))));
  EXPECT_THAT(all, Contains(testing::AllOf(HasSubstr(R"("figure":"days_to_acceptance")"),
                                           HasSubstr(R"("of":0)"))))
      << "nothing was accepted: no number, not 0 days";
}

TEST_F(Counts, hide_small_numbers_when_published_R_100) {
  refer(1, 11);
  started();
  CountAsk ask = this_year;
  ask.publish = true;
  EXPECT_EQ(whole("cases", ask), 12) << "twelve at one desk in one month identify nobody";
  EXPECT_EQ(whole("support_decisions", ask), -1);
  EXPECT_EQ(part("support_decisions", "takikan", ask), -1);
  EXPECT_EQ(part("support_decisions", "sanka", ask), 0);
  EXPECT_EQ(whole("directions", ask), -2) << "shares its sums with the referrals";
  EXPECT_EQ(whole("case_closings", ask), 0);
  for (const auto& line : lines(ask))
    EXPECT_THAT(line, Not(testing::ContainsRegex(R"("count":[1-9][,}])"))) << line;
}

TEST_F(Counts, are_published_as_the_one_table_of_a_year_R_100) {
  CountAsk ask = this_year;
  ask.publish = true;
  ask.last = day(2026, 9, 30);
  EXPECT_EQ(refused(ask), Kind::invalid);
  ask = this_year;
  ask.publish = true;
  ask.desk = "sakutomo-takikan";
  EXPECT_EQ(refused(ask), Kind::invalid);
  ask.desk.clear();
  ask.figure = "cases";
  EXPECT_EQ(refused(ask), Kind::invalid);
}

// R-96, R-99, R-119, R-125, R-21
TEST_F(Counts, of_what_no_record_tells_are_those_that_an_officer_entered_last) {
  EXPECT_EQ(whole("trainings"), -2) << "not yet, which is not 0";
  EXPECT_THAT(lines(this_year), Contains(testing::AllOf(HasSubstr(R"("kind":"uncounted")"),
                                                        HasSubstr(R"("figure":"trainings")"))));
  const auto enter = [this](const std::string& name, std::int64_t number, int year = 2026,
                            const std::string& by = "officer/kakari") {
    return enter_count(*context, {year, name, number}, by);
  };
  ASSERT_TRUE(enter("trainings", 4).has_value());
  ASSERT_TRUE(enter("trainings", 5).has_value());
  ASSERT_TRUE(enter("cost", 41'000'000).has_value());
  ASSERT_TRUE(enter("trainings", 9, 2025).has_value());
  EXPECT_EQ(whole("trainings"), 5) << "the newest of the year";
  EXPECT_EQ(whole("cost"), 41'000'000);
  EXPECT_EQ(whole("trainings", {day(2025, 4, 1), day(2026, 3, 31)}), 9);
  EXPECT_EQ(whole("trainings", {day(2026, 4, 1), day(2026, 9, 30)}), -2) << "of no whole year";
  EXPECT_EQ(audited("count.entered").size(), 4U);
  EXPECT_EQ(enter("cases", 1).error().kind(), Kind::invalid) << "counted, not entered";
  EXPECT_EQ(enter("cost", -1).error().kind(), Kind::invalid);
  EXPECT_EQ(enter("cost", 1, 26).error().kind(), Kind::invalid);
  EXPECT_EQ(enter("cost", 1, 2026, "officer/sakutomo").error().kind(), Kind::forbidden)
      << "a contractor";
}

TEST_F(Counts, list_what_is_not_stored_and_show_no_zero_for_it) {
  const auto all = lines(this_year);
  for (const auto& one : domain::uncounted()) {
    const auto named = R"("figure":")" + std::string(one.name) + '"';
    EXPECT_THAT(all, Contains(testing::AllOf(HasSubstr(named), HasSubstr(R"("kind":"uncounted")"),
                                             Not(HasSubstr("\"count\"")))))
        << one.name;
  }
}

TEST_F(Counts, have_a_definition_and_a_name_of_their_own) {
  std::set<std::string_view> names;
  for (const auto& figure : domain::figures()) {
    EXPECT_TRUE(names.insert(figure.name).second) << figure.name;
    EXPECT_TRUE(figure.requirement.starts_with("R-")) << figure.name;
    EXPECT_TRUE(figure.definition.ends_with("。")) << figure.name;
    EXPECT_EQ(whole(std::string(figure.name)) == -2, false) << figure.name << " has no line";
  }
  for (const auto& one : domain::uncounted())
    EXPECT_TRUE(names.insert(one.name).second);
}

class CasesOfACount : public Counts {
 protected:
  base::Result<Shown> behind(const std::string& figure, const std::string& asker) {
    shown_lines.clear();
    CountAsk ask = this_year;
    ask.figure = figure;
    return database->read([&](store::Reader& reader) {
      return view_counted_cases(reader, *book, ask, asker,
                                [this](std::string_view line) { shown_lines.emplace_back(line); });
    });
  }
  std::vector<std::string> shown_lines;
};

TEST_F(CasesOfACount, are_shown_by_id_with_whose_data_they_are) {
  started();
  const auto shown = behind("agenda_items", "officer/kakari");
  ASSERT_TRUE(shown.has_value()) << shown.error().text();
  EXPECT_THAT(shown->objects, testing::ElementsAre("figure/agenda_items", "case/" + about.text()));
  EXPECT_THAT(shown->persons, testing::ElementsAre(person_id(kaigo, "m"))) << "for the log";
  EXPECT_THAT(shown_lines, testing::ElementsAre(HasSubstr(about.text())));
}

TEST_F(CasesOfACount, are_for_the_municipality_alone) {
  for (const auto* asker : {"operator/root", "officer/elsewhere", "officer/nobody"})
    EXPECT_EQ(behind("cases", asker).error().kind(), Kind::forbidden) << asker;
  EXPECT_THAT(shown_lines, IsEmpty());
}

}  // namespace
}  // namespace hub::service
