#include "hub/store/deadlines.hpp"

namespace hub::store {

std::vector<ConsentEnd> consents_ending(Reader& reader, base::UtcMillis after,
                                        base::UtcMillis until) {
  Cursor rows = reader.query(
      "SELECT id, until_at, consent, person, record FROM consent_events e "
      "WHERE until_at IS NOT NULL AND until_at > ?1 AND until_at <= ?2 "
      "AND status IN ('given', 'narrowed', 'renewed') AND NOT EXISTS (SELECT 1 FROM consent_events "
      "l WHERE l.consent = e.consent AND l.id > e.id AND l.person IS e.person AND "
      "l.record IS e.record) ORDER BY until_at, id",
      {after, until});
  std::vector<ConsentEnd> ends;
  while (rows.next())
    ends.push_back({rows.integer(0), rows.time(1), rows.id<base::ConsentId>(2),
                    rows.row<PersonRow>(3), rows.row<RecordRow>(4)});
  return ends;
}

std::vector<ReferralRow> unanswered_referrals(Reader& reader, base::UtcMillis before) {
  Cursor rows = reader.query(
      "SELECT id FROM referrals WHERE status IN ('sent', 'received') AND changed_at < ? "
      "ORDER BY changed_at, id",
      {before});
  std::vector<ReferralRow> referrals;
  while (rows.next())
    referrals.push_back(rows.row<ReferralRow>(0));
  return referrals;
}

std::vector<SittingRow> sittings_with_copies_out(Reader& reader, std::string_view day) {
  Cursor rows = reader.query(
      "SELECT DISTINCT c.sitting FROM sitting_copies c JOIN sittings s ON s.id = c.sitting "
      "WHERE c.returned_at IS NULL AND s.held_on < ? ORDER BY s.held_on, c.sitting",
      {day});
  std::vector<SittingRow> sittings;
  while (rows.next())
    sittings.push_back(rows.row<SittingRow>(0));
  return sittings;
}

std::string early_start_of(Reader& reader, std::int64_t plan) {
  const auto at = reader.integer(
      "SELECT max(at) FROM plan_events WHERE plan = ? AND event = 'start_urgent'", {plan});
  return at ? base::jst_date(base::utc_from_millis(*at)) : std::string();
}

bool note_deadline(Transaction& transaction, std::string_view action, std::string_view object,
                   std::string_view day) {
  return transaction.upkeep(
             "INSERT OR IGNORE INTO deadlines_told (action, object, day, told_at) "
             "VALUES (?, ?, ?, ?)",
             {action, object, day, transaction.now()}) > 0;
}

}  // namespace hub::store
