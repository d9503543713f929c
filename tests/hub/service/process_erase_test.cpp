// A closed case goes with everything that its support left behind.
#include "hub/store/erasure.hpp"
#include "tests/hub/service/process_fixture.hpp"

namespace hub::service {
namespace {

using domain::PlanEvent;

class ProcessErase : public ProcessFixture {
 protected:
  std::int64_t rows() {
    return look([](store::Reader& reader) {
      return *reader.integer(
          "SELECT (SELECT count(*) FROM case_events) + (SELECT count(*) FROM plans) + (SELECT "
          "count(*) FROM plan_events) + "
          "(SELECT count(*) FROM plan_roles) + (SELECT count(*) FROM agenda_decisions) + "
          "(SELECT count(*) FROM support_decisions) + (SELECT count(*) FROM monitorings) + "
          "(SELECT count(*) FROM sitting_attendance) + (SELECT count(*) FROM sitting_copies) + "
          "(SELECT count(*) FROM outreach) + (SELECT count(*) FROM outreach_contacts)");
    });
  }
};

TEST_F(ProcessErase, takes_every_row_of_a_closed_case) {
  const auto outreach =
      made(register_outreach(*context, {about, "refuses", "SHIEN-KAIGI"}, officer));
  ASSERT_TRUE(note_contact(*context, {.of = outreach, .step = "visit"}, officer).has_value());
  const auto plan = started();
  ASSERT_TRUE(monitor(*context, {plan, stored(plan).revision, {}, "close", {}, "元気"}, officer)
                  .has_value());
  ASSERT_TRUE(role(plan, "elim", true).has_value());
  agree(plan, "close");
  const auto sitting =
      made(open_sitting(*context, {.body = "juso-kaigi", .held_on = today()}, officer));
  item(sitting, about, "J-KAIGI");
  made(hand_copy(*context, seat(sitting, "fukushi"), "架空 次郎", officer));
  ASSERT_EQ(refused(plan, PlanEvent::end, ending()), "");
  ASSERT_GE(rows(), 15);
  const auto row =
      look([&](store::Reader& reader) { return store::find_case(reader, about)->row; });
  EXPECT_TRUE(commit([&](store::Transaction& tx) {
    audit::Entry told;
    told.actor = "operator/x";
    told.action = "data.erased";
    store::Erasing erasing(tx, tx.audit(told));
    return erasing.erase(store::Erasable::cases, row.value);
  }));
  EXPECT_EQ(rows(), 0);
}

TEST_F(ProcessErase, lets_nobody_else_take_or_rewrite_a_row) {
  const auto plan = started();
  for (const store::Sql sql :
       {store::Sql("DELETE FROM plan_events"), store::Sql("UPDATE plan_events SET actor = 'x'"),
        store::Sql("DELETE FROM case_events"), store::Sql("UPDATE case_events SET at = 0"),
        store::Sql("DELETE FROM agenda_decisions"),
        store::Sql("UPDATE agenda_decisions SET adopted = 0"),
        store::Sql("DELETE FROM support_decisions"),
        store::Sql("UPDATE sitting_attendance SET attended = 0")}) {
    EXPECT_FALSE(database
                     ->write([&](store::Transaction& tx) -> base::Result<> {
                       audit::Entry told;
                       told.actor = "operator/x";
                       told.action = "test.step";
                       tx.audit(told);
                       tx.execute(sql);
                       return {};
                     })
                     .has_value())
        << sql.text();
  }
  EXPECT_EQ(state(plan), "active");
}

}  // namespace
}  // namespace hub::service
