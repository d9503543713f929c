// When it went wrong: what rested on it, who is told to stop, and when what is due.
#include "hub/service/incident.hpp"

#include <gmock/gmock.h>

#include "hub/service/entry.hpp"
#include "hub/service/stop_use.hpp"
#include "hub/service/view_incidents.hpp"
#include "tests/hub/service/mother_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using domain::IncidentStep;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

constexpr std::string_view asker = "officer/sato";

class Incidents : public MotherFixture {
 protected:
  void SetUp() override {
    MotherFixture::SetUp();
    packet(referrals().at(0));
  }
  /// Number of the first row by which something went out.
  std::int64_t row_of(std::string_view action) {
    return look([&](store::Reader& reader) -> std::int64_t {
      for (const auto& row : store::entries_about(reader, mother, whole_log)) {
        if (row.entry.action == action && brought(row, {})) return row.seq;
      }
      return 0;
    });
  }
  std::int64_t last_row_of(std::string_view action) {
    return look([&](store::Reader& reader) {
      std::int64_t last = 0;
      for (const auto& row : store::entries_about(reader, mother, whole_log)) {
        if (row.entry.action == action && brought(row, {})) last = row.seq;
      }
      return last;
    });
  }
  static std::ptrdiff_t went(const std::vector<std::string>& lines) {
    return std::count_if(lines.begin(), lines.end(), [](const auto& line) {
      return line.find(R"("kind":"disclosed")") != std::string::npos;
    });
  }
  base::RecordId record_of_mother() {
    const auto row = link_of(kaigo, "m")->record;
    return look([&](store::Reader& reader) { return store::read_record(reader, row)->id; });
  }
  store::IncidentId opened(const WentWrong& wrong) {
    const auto id = open_incident(*context, {wrong, {}}, asker);
    EXPECT_TRUE(id.has_value()) << (id ? "" : id.error().text());
    return id.value();
  }
  std::vector<std::string> shown(const store::IncidentId& id) {
    std::vector<std::string> lines;
    look([&](store::Reader& reader) {
      return view_incident(reader, *book, id, clock.now(),
                           [&](std::string_view line) { lines.emplace_back(line); })
          .has_value();
    });
    return lines;
  }
  std::vector<store::StopNotice> stops() {
    return look([&](store::Reader& reader) { return store::list_stops(reader, false, 100); });
  }
};

TEST_F(Incidents, a_wrong_sending_tells_the_holder_and_is_tracked_to_his_answer) {
  const auto id = opened(row_of("packet.pulled"));
  ASSERT_THAT(stops(), SizeIs(1));
  EXPECT_EQ(stops()[0].cause, "incident.opened");
  EXPECT_EQ(stops()[0].origin, "incident/" + id.text());
  EXPECT_THAT(shown(id),
              Contains(AllOf(HasSubstr(R"("kind":"copy")"), HasSubstr(R"("state":"waits")"))));
  ASSERT_TRUE(note_stop_answer(*context, stops()[0].id, asker).has_value());
  EXPECT_THAT(shown(id), Contains(AllOf(HasSubstr(R"("kind":"copy")"),
                                        HasSubstr(R"("state":"acknowledged")"))));
}

TEST_F(Incidents, a_wrong_sending_holds_what_went_from_that_moment_and_stays_as_it_was_opened) {
  const auto first = row_of("packet.pulled");
  clock.advance(std::chrono::hours(1));
  packet(referrals().at(0));
  const auto whole = went(shown(opened(first)));
  const auto second = last_row_of("packet.pulled");
  const auto id = opened(second);
  const auto later = went(shown(id));
  EXPECT_GT(later, 0);
  EXPECT_LT(later, whole);
  clock.advance(std::chrono::hours(1));
  packet(referrals().at(0));
  EXPECT_EQ(went(shown(id)), later);
}

TEST_F(Incidents, of_a_wrong_link_rests_all_that_went_while_it_stood) {
  clock.advance(std::chrono::hours(1));
  packet(referrals().at(0));
  clock.advance(std::chrono::hours(1));
  const auto id = opened(record_of_mother());
  EXPECT_THAT(shown(id), Contains(HasSubstr(R"("cause":"wrong_link")")));
  EXPECT_THAT(shown(id), Contains(HasSubstr("packet.pulled")));
  EXPECT_THAT(stops(), SizeIs(1));
  EXPECT_THAT(audited("incident.opened"), SizeIs(1));
  EXPECT_EQ(audited("incident.opened")[0].persons, std::vector{mother});
}

TEST_F(Incidents, after_the_link_was_undone_nothing_more_rests_on_it) {
  const auto id = record_of_mother();
  const auto row = link_of(kaigo, "m")->record;
  commit([&](store::Transaction& tx) { return store::unlink_record(tx, row, asker); });
  clock.advance(std::chrono::hours(1));
  commit([&](store::Transaction& tx) {
    auto later = entry_of("system", "packet.pulled", "referral/" + referrals().at(0).id.text());
    later.persons = {mother};
    later.recipient = "sakutomo";
    later.decision = audit::Decision::allow;
    later.fields = {"identity"};
    tx.audit(later);
    return true;
  });
  const auto lines = shown(opened(id));
  EXPECT_GT(went(lines), 0);
  EXPECT_THAT(
      lines,
      Not(Contains(HasSubstr(base::rfc3339(clock.now()) + "\",\"action\":\"packet.pulled"))));
  EXPECT_THAT(stops(), SizeIs(1));
}

TEST_F(Incidents, of_a_wrong_sending_reach_no_other_recipient_of_the_same_matter) {
  commit([&](store::Transaction& tx) {
    auto other = entry_of("system", "answer.told", "referral/" + referrals().at(0).id.text());
    other.persons = {mother};
    other.recipient = "elim";
    other.decision = audit::Decision::allow;
    other.fields = {"identity"};
    tx.audit(other);
    return true;
  });
  const auto lines = shown(opened(row_of("packet.pulled")));
  EXPECT_GT(went(lines), 0);
  EXPECT_THAT(lines, Not(Contains(HasSubstr(R"("to":"elim")"))));
}

TEST_F(Incidents, what_is_due_counts_the_day_one_learned_of_it) {
  const auto id =
      open_incident(*context,
                    {row_of("packet.pulled"), std::chrono::year(2026) / std::chrono::April / 1},
                    asker)
          .value();
  const auto lines = shown(id);
  EXPECT_THAT(
      lines,
      Contains(HasSubstr(R"("step":"prompt_report","dueDay":"2026-04-05","state":"overdue")")));
  EXPECT_THAT(
      lines,
      Contains(HasSubstr(R"("step":"final_report","dueDay":"2026-04-30","state":"pending")")));
  const auto overdue = [&] {
    return look(
        [&](store::Reader& reader) { return count_incidents_overdue(reader, *book, clock.now()); });
  };
  EXPECT_EQ(overdue(), 1);
  ASSERT_TRUE(note_incident_step(*context, id, IncidentStep::prompt_report, {}, asker).has_value());
  ASSERT_TRUE(note_incident_step(*context, id, IncidentStep::person_told, {}, asker).has_value());
  EXPECT_EQ(overdue(), 0);
  EXPECT_EQ(note_incident_step(*context, id, IncidentStep::person_told, {}, asker).error().kind(),
            Kind::conflict);
}

TEST_F(Incidents, the_final_report_moves_to_the_next_open_day_and_no_other_step_does) {
  const auto due = [&](std::chrono::month_day known, std::string_view step) {
    const auto id =
        open_incident(*context, {row_of("packet.pulled"), std::chrono::year(2026) / known}, asker)
            .value();
    for (const auto& line : shown(id)) {
      const auto at = line.find(std::string(step) + R"(","dueDay":")");
      if (at != std::string::npos) return line.substr(line.find("dueDay") + 9, 10);
    }
    return std::string();
  };
  using std::chrono::April;
  EXPECT_EQ(due(April / 4, "final_report"), "2026-05-07")
      << "3 May is a Sunday and 憲法記念日, 6 May its 振替休日";
  EXPECT_EQ(due(April / 1, "prompt_report"), "2026-04-05") << "a Sunday";
}

TEST_F(Incidents, where_somebody_may_have_meant_harm_the_final_report_has_sixty_days) {
  const auto id = opened(row_of("packet.pulled"));
  EXPECT_THAT(shown(id), Contains(HasSubstr(R"("step":"final_report","dueDay":"2026-05-11")")))
      << "9 May is a Saturday";
  ASSERT_TRUE(note_incident_step(*context, id, IncidentStep::wrongful, {}, asker).has_value());
  EXPECT_THAT(shown(id), Contains(HasSubstr(R"("step":"final_report","dueDay":"2026-06-08")")));
  EXPECT_THAT(shown(id), Contains(HasSubstr(R"("wrongful":true)")));
}

TEST_F(Incidents, names_sensitive_data_as_what_makes_it_reportable) {
  const auto lines = shown(opened(row_of("packet.pulled")));
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("kind":"judged","persons":1)"),
                                    HasSubstr(R"("many":false)"))));
}

TEST_F(Incidents, rest_on_something_that_went) {
  const auto asked = [&](const WentWrong& wrong) {
    return open_incident(*context, {wrong, {}}, asker).error().kind();
  };
  EXPECT_EQ(asked(std::int64_t{1}), Kind::invalid);
  EXPECT_EQ(asked(std::int64_t{999999}), Kind::not_found);
  EXPECT_EQ(asked(base::RecordId::make(clock.now(), random)), Kind::not_found);
}

}  // namespace
}  // namespace hub::service
