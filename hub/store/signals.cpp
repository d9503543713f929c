#include "hub/store/signals.hpp"

namespace hub::store {
namespace {

Signal signal_from(const Cursor& row) {
  return {.row = row.row<SignalRow>(0),
          .id = row.id<SignalId>(1),
          .code = std::string(row.text(2)),
          .household = row.row<HouseholdRow>(3),
          .referral = row.row<ReferralRow>(4),
          .raised_at = row.time(5),
          .decided_at = row.time_or_null(6),
          .decided_by = std::string(row.text(7)),
          .decision = std::string(row.text(8))};
}

}  // namespace

std::vector<Signal> all_signals(Cursor rows) {
  std::vector<Signal> signals;
  while (rows.next())
    signals.push_back(signal_from(rows));
  return signals;
}

std::optional<SignalRow> raise_signal(Transaction& transaction, std::string_view code,
                                      HouseholdRow household, ReferralRow referral) {
  const auto open = transaction.integer(
      "SELECT id FROM signals WHERE code = ? AND household = ? AND referral = ? "
      "AND decided_at IS NULL",
      {code, household, referral});
  if (open) return std::nullopt;
  return transaction.insert<SignalRow>(
      "INSERT INTO signals (uuid, code, household, referral, raised_at) VALUES (?, ?, ?, ?, ?)",
      {transaction.new_id<SignalId>(), code, household, referral, transaction.now()});
}

bool decide_signal(Transaction& transaction, SignalRow row, std::string_view decision,
                   std::string_view by) {
  return transaction.execute(
             "UPDATE signals SET decided_at = ?, decision = ?, decided_by = ? "
             "WHERE id = ? AND decided_at IS NULL",
             {transaction.now(), decision, by, row}) > 0;
}

std::optional<Signal> find_signal(Reader& reader, const SignalId& id) {
  Cursor rows = reader.query(TSUNAGU_SIGNAL "WHERE uuid = ?", {id});
  return rows.next() ? std::optional(signal_from(rows)) : std::nullopt;
}

std::vector<Signal> list_open_signals(Reader& reader, std::size_t at_most) {
  return all_signals(
      reader.query(TSUNAGU_SIGNAL
                   "WHERE decided_at IS NULL AND NOT EXISTS (SELECT 1 FROM pattern_findings p "
                   "WHERE p.signal = signals.id) ORDER BY id DESC LIMIT ?",
                   {at_most}));
}

std::optional<Signal> open_signal_of(Reader& reader, HouseholdRow household,
                                     std::string_view code) {
  Cursor rows = reader.query(
      TSUNAGU_SIGNAL "WHERE household = ? AND code = ? AND decided_at IS NULL", {household, code});
  return rows.next() ? std::optional(signal_from(rows)) : std::nullopt;
}

std::vector<Signal> signals_of(Reader& reader, ReferralRow referral) {
  return all_signals(
      reader.query(TSUNAGU_SIGNAL "WHERE referral = ? AND referral <> 0 ORDER BY id", {referral}));
}

}  // namespace hub::store
