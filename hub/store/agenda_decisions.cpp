#include "hub/store/agenda_decisions.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "agenda_decisions";
constexpr std::string_view support_table = "support_decisions";

}  // namespace

std::optional<AgendaDecisionId> add_agenda_decision(Transaction& transaction,
                                                    const NewAgendaDecision& decision) {
  const auto id = transaction.new_id<AgendaDecisionId>();
  const auto policy = transaction.seal(table, id.bytes(), decision.policy);
  const bool added =
      transaction.execute(
          "INSERT INTO agenda_decisions (uuid, item, plan, edition, timing, adopted, next_on, "
          "decided_by, decided_at, policy) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT DO NOTHING",
          {id, decision.item, or_null(decision.plan), decision.edition, decision.timing,
           decision.adopted ? 1 : 0, decision.next_on, decision.officer, transaction.now(),
           blob_of(policy)}) > 0;
  return added ? std::optional(id) : std::nullopt;
}

std::vector<StoredAgendaDecision> decisions_of(Reader& reader, AgendaRow item) {
  Cursor rows = reader.query(
      "SELECT id, uuid, item, plan, edition, timing, adopted, next_on, decided_by, decided_at, "
      "policy FROM agenda_decisions WHERE item = ? ORDER BY id",
      {item});
  std::vector<StoredAgendaDecision> all;
  while (rows.next()) {
    all.push_back({.row = rows.row<AgendaDecisionRow>(0),
                   .id = rows.id<AgendaDecisionId>(1),
                   .item = rows.row<AgendaRow>(2),
                   .plan = rows.is_null(3) ? PlanRow() : rows.row<PlanRow>(3),
                   .edition = rows.integer(4),
                   .timing = std::string(rows.text(5)),
                   .adopted = rows.integer(6) != 0,
                   .next_on = std::string(rows.text(7)),
                   .officer = std::string(rows.text(8)),
                   .decided_at = rows.time(9),
                   .policy = reader.open(table, rows.bytes<16>(1), rows.blob(10))});
  }
  return all;
}

AgendaDecisionRow open_agreement(Reader& reader, const StoredPlan& plan, std::string_view timing,
                                 bool adopted) {
  const auto row = reader.integer(
      "SELECT d.id FROM agenda_decisions d WHERE d.plan = ? AND d.timing = ? AND d.adopted = ? "
      "AND d.edition = ? AND NOT EXISTS (SELECT 1 FROM plan_events e WHERE e.decision = d.id) "
      "ORDER BY d.id DESC LIMIT 1",
      {plan.row, timing, adopted ? 1 : 0, plan.edition});
  return AgendaDecisionRow{row.value_or(0)};
}

std::optional<SupportDecisionId> add_support_decision(Transaction& transaction, PlanRow plan,
                                                      std::string_view day,
                                                      std::string_view document,
                                                      std::string_view officer) {
  const auto id = transaction.new_id<SupportDecisionId>();
  const auto sealed = transaction.seal(support_table, id.bytes(), document);
  const bool added =
      transaction.execute(
          "INSERT INTO support_decisions (uuid, plan, decided_on, officer, made_at, document) "
          "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
          {id, plan, day, officer, transaction.now(), blob_of(sealed)}) > 0;
  return added ? std::optional(id) : std::nullopt;
}

std::optional<SupportDecision> support_decision_of(Reader& reader, PlanRow plan) {
  Cursor rows = reader.query(
      "SELECT uuid, decided_on, officer FROM support_decisions WHERE plan = ?", {plan});
  if (!rows.next()) return std::nullopt;
  return SupportDecision{rows.id<SupportDecisionId>(0), std::string(rows.text(1)),
                         std::string(rows.text(2))};
}

}  // namespace hub::store
