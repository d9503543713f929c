#include "hub/store/plan_roles.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "plan_roles";

#define TSUNAGU_ROLE \
  "SELECT id, uuid, plan, agency, lead, back, since, until, set_by, task FROM plan_roles "

std::vector<StoredRole> roles_in(Reader& reader, Cursor rows) {
  std::vector<StoredRole> all;
  while (rows.next()) {
    all.push_back({.row = rows.row<RoleRow>(0),
                   .id = rows.id<RoleId>(1),
                   .plan = rows.row<PlanRow>(2),
                   .agency = std::string(rows.text(3)),
                   .lead = rows.integer(4) != 0,
                   .back = rows.integer(5) != 0,
                   .since = rows.time(6),
                   .until = rows.time_or_null(7),
                   .set_by = std::string(rows.text(8)),
                   .task = reader.open(table, rows.bytes<16>(1), rows.blob(9))});
  }
  return all;
}

}  // namespace

RoleId add_role(Transaction& transaction, const NewRole& role) {
  if (role.lead) {
    transaction.execute(
        "UPDATE plan_roles SET until = ? WHERE plan = ? AND lead = 1 AND until IS NULL",
        {transaction.now(), role.plan});
  }
  const auto id = transaction.new_id<RoleId>();
  const auto task = transaction.seal(table, id.bytes(), role.task);
  transaction.execute(
      "INSERT INTO plan_roles (uuid, plan, agency, lead, back, since, set_by, task) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      {id, role.plan, role.agency, role.lead ? 1 : 0, role.back ? 1 : 0, transaction.now(),
       role.officer, blob_of(task)});
  return id;
}

bool end_role(Transaction& transaction, RoleRow row) {
  return transaction.execute("UPDATE plan_roles SET until = ? WHERE id = ? AND until IS NULL",
                             {transaction.now(), row}) > 0;
}

std::optional<StoredRole> find_role(Reader& reader, const RoleId& id) {
  auto found = roles_in(reader, reader.query(TSUNAGU_ROLE "WHERE uuid = ?", {id}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<StoredRole> roles_of(Reader& reader, PlanRow plan) {
  return roles_in(reader, reader.query(TSUNAGU_ROLE "WHERE plan = ? ORDER BY id", {plan}));
}

bool has_role(Reader& reader, PlanRow plan) {
  return reader.integer("SELECT 1 FROM plan_roles WHERE plan = ? AND until IS NULL LIMIT 1", {plan})
      .has_value();
}

bool has_lead(Reader& reader, PlanRow plan) {
  return reader
      .integer("SELECT 1 FROM plan_roles WHERE plan = ? AND lead = 1 AND until IS NULL", {plan})
      .has_value();
}

}  // namespace hub::store
