#include "hub/store/plans.hpp"

namespace hub::store {
namespace {

constexpr std::string_view event_table = "plan_events";

#define TSUNAGU_PLAN                                                                               \
  "SELECT p.id, p.uuid, p.case_id, p.kind, p.state, p.revision, p.edition, p.has_goals, p.cycle, " \
  "p.due, p.follows, p.created_at, p.changed_at FROM plans p "
// The last word about its start was that it could not wait.
#define TSUNAGU_UNRATIFIED                                                                  \
  "(SELECT e.event FROM plan_events e WHERE e.plan = p.id AND e.event IN ('start_urgent', " \
  "'ratify', 'reject') ORDER BY e.revision DESC LIMIT 1) = 'start_urgent' AND p.state = 'active' "

StoredPlan plan_in(const Cursor& row) {
  StoredPlan plan;
  plan.row = row.row<PlanRow>(0);
  plan.id = row.id<PlanId>(1);
  plan.of.about = row.row<CaseRow>(2);
  plan.of.kind = domain::plan_kind_from(row.text(3)).value_or(domain::PlanKind::takikan);
  plan.state = domain::plan_state_from(row.text(4)).value_or(domain::PlanState::closed);
  plan.revision = row.integer(5);
  plan.edition = row.integer(6);
  plan.has_goals = row.integer(7) != 0;
  plan.cycle = row.text(8);
  plan.due = row.text(9);
  if (!row.is_null(10)) plan.of.follows = row.row<PlanRow>(10);
  plan.created_at = row.time(11);
  plan.changed_at = row.time(12);
  return plan;
}

std::vector<StoredPlan> plans_in(Cursor rows) {
  std::vector<StoredPlan> all;
  while (rows.next())
    all.push_back(plan_in(rows));
  return all;
}

std::optional<StoredPlan> first_of(std::vector<StoredPlan> all) {
  return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

void add_event(Transaction& tx, PlanRow plan, std::int64_t revision, const NewPlanEvent& event) {
  const auto id = tx.new_id<base::Id<struct PlanEventTag>>();
  const auto body = tx.seal(event_table, id.bytes(), event.body);
  tx.execute(
      "INSERT INTO plan_events (uuid, plan, revision, event, from_state, to_state, decision, "
      "content, actor, at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {id, plan, revision, domain::name_of(event.event),
       event.from ? domain::name_of(*event.from) : std::string_view(), domain::name_of(event.to),
       or_null(event.decision), event.content ? 1 : 0, event.actor, tx.now(), blob_of(body)});
}

}  // namespace

PlanId add_plan(Transaction& transaction, const NewPlan& plan, const NewPlanEvent& event) {
  const auto id = transaction.new_id<PlanId>();
  const auto content = event.content.value_or(PlanContent());
  const auto row = transaction.insert<PlanRow>(
      "INSERT INTO plans (uuid, case_id, kind, state, revision, edition, has_goals, cycle, due, "
      "follows, created_at, changed_at) VALUES (?1, ?2, ?3, ?4, 1, 1, ?5, ?6, ?7, ?8, ?9, ?9)",
      {id, plan.about, domain::name_of(plan.kind), domain::name_of(event.to),
       content.has_goals ? 1 : 0, content.cycle, content.due, or_null(plan.follows),
       transaction.now()});
  add_event(transaction, row, 1, event);
  return id;
}

bool step_plan(Transaction& transaction, PlanRow row, std::int64_t seen,
               const NewPlanEvent& event) {
  const bool moved = transaction.execute(
                         "UPDATE plans SET state = ?1, revision = revision + 1, changed_at = ?2 "
                         "WHERE id = ?3 AND revision = ?4",
                         {domain::name_of(event.to), transaction.now(), row, seen}) > 0;
  if (!moved) return false;
  if (event.content) {
    transaction.execute(
        "UPDATE plans SET edition = revision, has_goals = ?, cycle = ?, due = ? WHERE id = ?",
        {event.content->has_goals ? 1 : 0, event.content->cycle, event.content->due, row});
  }
  add_event(transaction, row, seen + 1, event);
  return true;
}

bool touch_plan(Transaction& transaction, PlanRow row, std::int64_t seen) {
  return transaction.execute(
             "UPDATE plans SET revision = revision + 1, changed_at = ?1 "
             "WHERE id = ?2 AND revision = ?3",
             {transaction.now(), row, seen}) > 0;
}

void set_plan_due(Transaction& transaction, PlanRow row, std::string_view due) {
  transaction.execute("UPDATE plans SET due = ? WHERE id = ?", {due, row});
}

std::optional<StoredPlan> find_plan(Reader& reader, const PlanId& id) {
  return first_of(plans_in(reader.query(TSUNAGU_PLAN "WHERE p.uuid = ?", {id})));
}

std::optional<StoredPlan> read_plan(Reader& reader, PlanRow row) {
  return first_of(plans_in(reader.query(TSUNAGU_PLAN "WHERE p.id = ?", {row})));
}

std::vector<StoredPlan> plans_of(Reader& reader, CaseRow about) {
  return plans_in(reader.query(TSUNAGU_PLAN "WHERE p.case_id = ? ORDER BY p.id DESC", {about}));
}

std::vector<StoredPlan> list_plans(Reader& reader, std::size_t at_most) {
  return plans_in(reader.query(TSUNAGU_PLAN "ORDER BY p.id DESC LIMIT ?", {at_most}));
}

std::vector<StoredPlan> list_plans(Reader& reader, PlanRow before, std::size_t at_most) {
  return plans_in(
      reader.query(TSUNAGU_PLAN "WHERE p.id < ? ORDER BY p.id DESC LIMIT ?", {before, at_most}));
}

std::vector<StoredPlanEvent> events_of(Reader& reader, PlanRow row) {
  Cursor rows = reader.query(
      "SELECT uuid, revision, event, to_state, decision, content, actor, at, body "
      "FROM plan_events WHERE plan = ? ORDER BY revision",
      {row});
  std::vector<StoredPlanEvent> all;
  while (rows.next()) {
    all.push_back(
        {.revision = rows.integer(1),
         .event = domain::plan_event_from(rows.text(2)).value_or(domain::PlanEvent::create),
         .to = domain::plan_state_from(rows.text(3)).value_or(domain::PlanState::closed),
         .decision = rows.is_null(4) ? AgendaDecisionRow() : rows.row<AgendaDecisionRow>(4),
         .content = rows.integer(5) != 0,
         .actor = std::string(rows.text(6)),
         .at = rows.time(7),
         .body = reader.open(event_table, rows.bytes<16>(0), rows.blob(8))});
  }
  return all;
}

bool waits_for_ratification(Reader& reader, PlanRow row) {
  return reader.integer("SELECT 1 FROM plans p WHERE p.id = ? AND " TSUNAGU_UNRATIFIED, {row})
      .has_value();
}

std::vector<StoredPlan> unratified_plans(Reader& reader) {
  return plans_in(reader.query(TSUNAGU_PLAN "WHERE " TSUNAGU_UNRATIFIED "ORDER BY p.id"));
}

std::vector<StoredPlan> overdue_plans(Reader& reader, std::string_view day) {
  return plans_in(reader.query(
      TSUNAGU_PLAN "WHERE p.state = 'active' AND p.due <> '' AND p.due < ? ORDER BY p.due, p.id",
      {day}));
}

}  // namespace hub::store
