#include "hub/store/accounts.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "accounts";
constexpr std::int64_t one_time_part = 1;

#define TSUNAGU_ACCOUNT                                                                     \
  "SELECT id, uuid, name, verifier, totp, must_change, until_day, failures, locked_until, " \
  "last_step, disabled_at FROM accounts "

StoredAccount account_in(Reader& reader, const Cursor& rows) {
  const auto id = rows.id<AccountId>(1);
  return {.row = rows.row<AccountRow>(0),
          .id = id,
          .name = std::string(rows.text(2)),
          .verifier = reader.open(table, id.bytes(), rows.blob(3)),
          .one_time_key = reader.open(table, id.bytes(), rows.blob(4), one_time_part),
          .must_change = rows.integer(5) != 0,
          .until_day = std::string(rows.text(6)),
          .failures = rows.integer(7),
          .locked_until = rows.time(8),
          .last_step = rows.integer(9),
          .disabled_at = rows.time_or_null(10)};
}

}  // namespace

AccountRow add_account(Transaction& transaction, std::string_view name,
                       const Credentials& credentials, std::string_view until_day,
                       std::string_view by) {
  const auto id = transaction.new_id<AccountId>();
  const auto verifier = transaction.seal(table, id.bytes(), credentials.verifier);
  const auto key = transaction.seal(table, id.bytes(), credentials.one_time_key, one_time_part);
  return transaction.insert<AccountRow>(
      "INSERT INTO accounts (uuid, name, verifier, totp, must_change, until_day, made_at, made_by) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      {id, name, blob_of(verifier), blob_of(key), credentials.must_change, until_day,
       transaction.now(), by});
}

void reset_account(Transaction& transaction, const StoredAccount& account,
                   const Credentials& credentials) {
  const auto verifier = transaction.seal(table, account.id.bytes(), credentials.verifier);
  const auto key =
      transaction.seal(table, account.id.bytes(), credentials.one_time_key, one_time_part);
  transaction.execute(
      "UPDATE accounts SET verifier = ?, totp = ?, must_change = ?, failures = 0, "
      "locked_until = 0, last_step = 0, disabled_at = NULL WHERE id = ?",
      {blob_of(verifier), blob_of(key), credentials.must_change, account.row});
}

void set_password(Transaction& transaction, const StoredAccount& account,
                  std::string_view verifier) {
  const auto sealed = transaction.seal(table, account.id.bytes(), verifier);
  transaction.execute("UPDATE accounts SET verifier = ?, must_change = 0 WHERE id = ?",
                      {blob_of(sealed), account.row});
}

void disable_account(Transaction& transaction, AccountRow row) {
  transaction.execute("UPDATE accounts SET disabled_at = ? WHERE id = ?", {transaction.now(), row});
}

void prolong_account(Transaction& transaction, AccountRow row, std::string_view until_day,
                     std::string_view since) {
  transaction.execute("UPDATE accounts SET until_day = ? WHERE id = ?", {until_day, row});
  transaction.execute("UPDATE account_roles SET until_day = ? WHERE account = ? AND until_day >= ?",
                      {until_day, row, since});
}

void note_failure(Transaction& transaction, AccountRow row, base::UtcMillis locked_until) {
  transaction.execute("UPDATE accounts SET failures = failures + 1, locked_until = ? WHERE id = ?",
                      {locked_until, row});
}

void note_success(Transaction& transaction, AccountRow row, std::int64_t step) {
  transaction.execute(
      "UPDATE accounts SET failures = 0, locked_until = 0, last_step = ? WHERE id = ?",
      {step, row});
}

void put_role(Transaction& transaction, AccountRow row, domain::AccountRole role,
              std::string_view until_day) {
  transaction.execute(
      "INSERT INTO account_roles (account, role, until_day) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (account, role) DO UPDATE SET until_day = ?3",
      {row, domain::name_of(role), until_day});
}

bool remove_role(Transaction& transaction, AccountRow row, domain::AccountRole role) {
  return transaction.execute("DELETE FROM account_roles WHERE account = ? AND role = ?",
                             {row, domain::name_of(role)}) > 0;
}

std::optional<StoredAccount> find_account(Reader& reader, std::string_view name) {
  Cursor rows = reader.query(TSUNAGU_ACCOUNT "WHERE name = ?", {name});
  if (!rows.next()) return std::nullopt;
  return account_in(reader, rows);
}

std::vector<StoredAccount> list_accounts(Reader& reader) {
  std::vector<StoredAccount> accounts;
  Cursor rows = reader.query(TSUNAGU_ACCOUNT "ORDER BY name");
  while (rows.next())
    accounts.push_back(account_in(reader, rows));
  return accounts;
}

std::vector<std::pair<domain::AccountRole, std::string>> roles_of(Reader& reader, AccountRow row) {
  std::vector<std::pair<domain::AccountRole, std::string>> roles;
  Cursor rows = reader.query(
      "SELECT role, until_day FROM account_roles WHERE account = ? ORDER BY role", {row});
  while (rows.next()) {
    if (const auto role = domain::account_role_from(rows.text(0)))
      roles.emplace_back(*role, rows.text(1));
  }
  return roles;
}

}  // namespace hub::store
