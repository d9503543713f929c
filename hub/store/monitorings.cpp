#include "hub/store/monitorings.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "monitorings";

}  // namespace

MonitoringId add_monitoring(Transaction& transaction, const NewMonitoring& monitoring) {
  const auto id = transaction.new_id<MonitoringId>();
  const auto note = transaction.seal(table, id.bytes(), monitoring.note);
  transaction.execute(
      "INSERT INTO monitorings (uuid, plan, held_on, proposal, next_due, officer, made_at, note) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      {id, monitoring.plan, monitoring.held_on, monitoring.proposal, monitoring.next_due,
       monitoring.officer, transaction.now(), blob_of(note)});
  return id;
}

std::vector<StoredMonitoring> monitorings_of(Reader& reader, PlanRow plan) {
  Cursor rows = reader.query(
      "SELECT uuid, held_on, proposal, next_due, officer, note FROM monitorings "
      "WHERE plan = ? ORDER BY id",
      {plan});
  std::vector<StoredMonitoring> all;
  while (rows.next()) {
    all.push_back({rows.id<MonitoringId>(0), std::string(rows.text(1)), std::string(rows.text(2)),
                   std::string(rows.text(3)), std::string(rows.text(4)),
                   reader.open(table, rows.bytes<16>(0), rows.blob(5))});
  }
  return all;
}

}  // namespace hub::store
