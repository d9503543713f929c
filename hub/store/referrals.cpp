#include "hub/store/referrals.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "referrals";

#define TSUNAGU_REFERRAL                                                                \
  "SELECT id, uuid, case_id, person, from_desk, to_desk, reason, legal_basis, status, " \
  "correlation, due_at, created_at, changed_at, body FROM referrals "

std::optional<StoredReferral> referral_from(Reader& reader, Cursor rows) {
  if (!rows.next()) return std::nullopt;
  const auto id = rows.id<base::ReferralId>(1);
  return StoredReferral{.row = rows.row<ReferralRow>(0),
                        .id = id,
                        .case_row = rows.row<CaseRow>(2),
                        .person = rows.row<PersonRow>(3),
                        .from_desk = std::string(rows.text(4)),
                        .to_desk = std::string(rows.text(5)),
                        .reason = std::string(rows.text(6)),
                        .legal_basis = std::string(rows.text(7)),
                        .status = std::string(rows.text(8)),
                        .correlation = std::string(rows.text(9)),
                        .due_at = rows.time_or_null(10),
                        .created_at = rows.time(11),
                        .changed_at = rows.time(12),
                        .body = reader.open(table, id.bytes(), rows.blob(13))};
}

std::vector<ReferralRow> rows_of(Cursor rows) {
  std::vector<ReferralRow> referrals;
  while (rows.next())
    referrals.push_back(rows.row<ReferralRow>(0));
  return referrals;
}

crypto::WideToken origin_token(Reader& reader, std::string_view origin) {
  return reader.keys().tokens(crypto::Purpose::record_key).wide(origin);
}

void add_event(Transaction& transaction, ReferralRow row, std::string_view actor,
               std::string_view from, std::string_view to, std::string_view reason) {
  transaction.execute(
      "INSERT INTO referral_events (referral, at, actor, from_status, to_status, reason) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      {row, transaction.now(), actor, from, to, reason});
}

}  // namespace

std::optional<ReferralRef> create_referral(Transaction& transaction, const NewReferral& referral,
                                           std::string_view actor) {
  if (find_by_origin(transaction, referral.origin)) return std::nullopt;
  const auto id = transaction.new_id<base::ReferralId>();
  const std::string body = transaction.seal(table, id.bytes(), referral.body);
  const auto row = transaction.insert<ReferralRow>(
      "INSERT INTO referrals (uuid, case_id, person, from_desk, to_desk, reason, legal_basis, "
      "status, correlation, origin, due_at, created_at, changed_at, body) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12, ?13)",
      {id, or_null(referral.case_row), or_null(referral.person), referral.from_desk,
       referral.to_desk, referral.reason, referral.legal_basis, referral.status,
       referral.correlation, origin_token(transaction, referral.origin), referral.due_at,
       transaction.now(), blob_of(body)});
  add_event(transaction, row, actor, "", referral.status, referral.reason);
  return ReferralRef{row, id};
}

std::optional<ReferralRef> find_by_origin(Reader& reader, std::string_view origin) {
  Cursor rows = reader.query("SELECT id, uuid FROM referrals WHERE origin = ?",
                             {origin_token(reader, origin)});
  if (!rows.next()) return std::nullopt;
  return ReferralRef{rows.row<ReferralRow>(0), rows.id<base::ReferralId>(1)};
}

bool set_referral_status(Transaction& transaction, ReferralRow row, std::string_view from,
                         std::string_view to, std::string_view actor, std::string_view reason) {
  const auto changed = transaction.execute(
      "UPDATE referrals SET status = ?, changed_at = ? WHERE id = ? AND status = ?",
      {to, transaction.now(), row, from});
  if (changed == 0) return false;
  add_event(transaction, row, actor, from, to, reason);
  return true;
}

void set_referral_body(Transaction& transaction, const ReferralRef& ref, std::string_view body) {
  const std::string sealed = transaction.seal(table, ref.id.bytes(), body);
  transaction.execute("UPDATE referrals SET body = ?, changed_at = ? WHERE id = ?",
                      {blob_of(sealed), transaction.now(), ref.row});
}

void set_referral_desk(Transaction& transaction, ReferralRow row, std::string_view desk) {
  transaction.execute("UPDATE referrals SET to_desk = ?, changed_at = ? WHERE id = ?",
                      {desk, transaction.now(), row});
}

void set_referral_case(Transaction& transaction, ReferralRow row, CaseRow case_row) {
  transaction.execute("UPDATE referrals SET case_id = ?, changed_at = ? WHERE id = ?",
                      {or_null(case_row), transaction.now(), row});
}

std::optional<StoredReferral> read_referral(Reader& reader, ReferralRow row) {
  return referral_from(reader, reader.query(TSUNAGU_REFERRAL "WHERE id = ?", {row}));
}

std::optional<StoredReferral> find_referral(Reader& reader, const base::ReferralId& id) {
  return referral_from(reader, reader.query(TSUNAGU_REFERRAL "WHERE uuid = ?", {id}));
}

std::vector<ReferralEvent> events_of(Reader& reader, ReferralRow row) {
  Cursor rows = reader.query(
      "SELECT at, actor, from_status, to_status, reason FROM referral_events "
      "WHERE referral = ? ORDER BY id",
      {row});
  std::vector<ReferralEvent> events;
  while (rows.next())
    events.push_back({rows.time(0), std::string(rows.text(1)), std::string(rows.text(2)),
                      std::string(rows.text(3)), std::string(rows.text(4))});
  return events;
}

std::vector<ReferralRow> list_referrals(Reader& reader, std::string_view status,
                                        std::size_t at_most) {
  return rows_of(reader.query(
      "SELECT id FROM referrals WHERE ?1 = '' OR status = ?1 ORDER BY id DESC LIMIT ?2",
      {status, at_most}));
}

std::int64_t count_referrals(Reader& reader, std::string_view status) {
  return reader.integer("SELECT count(*) FROM referrals WHERE status = ?", {status}).value_or(0);
}

std::vector<ReferralRow> referrals_of(Reader& reader, CaseRow case_row) {
  return rows_of(
      reader.query("SELECT id FROM referrals WHERE case_id = ? ORDER BY id", {case_row}));
}

std::vector<ReferralRow> referrals_of(Reader& reader, PersonRow person) {
  return rows_of(reader.query("SELECT id FROM referrals WHERE person = ? ORDER BY id", {person}));
}

}  // namespace hub::store
