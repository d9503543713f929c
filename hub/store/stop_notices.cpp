#include "hub/store/stop_notices.hpp"

namespace hub::store {
namespace {

#define TSUNAGU_STOP                                                                          \
  "SELECT s.id, s.uuid, s.referral, s.person, s.partner, s.cause, s.origin, s.outbox, "       \
  "s.made_at, a.answered_at, s.item, s.seat FROM stop_notices s LEFT JOIN stop_answers a ON " \
  "a.notice = s.id "

std::vector<StopNotice> all_of(Cursor rows) {
  std::vector<StopNotice> all;
  while (rows.next()) {
    all.push_back(
        {.row = rows.row<StopRow>(0),
         .id = rows.id<StopId>(1),
         .carrier = {rows.row<ReferralRow>(2), rows.row<AgendaRow>(10), rows.row<SeatRow>(11)},
         .person = rows.row<PersonRow>(3),
         .partner = std::string(rows.text(4)),
         .cause = std::string(rows.text(5)),
         .origin = std::string(rows.text(6)),
         .outbox = rows.row<OutboxRow>(7),
         .made_at = rows.time(8),
         .answered_at = rows.time_or_null(9)});
  }
  return all;
}

}  // namespace

std::vector<UnderWay> under_way(Reader& reader, ReferralRow referral) {
  Cursor rows = reader.query(
      "SELECT o.uuid, p.name, o.kind FROM outbox o JOIN partners p ON p.id = o.partner "
      "WHERE o.referral = ? AND o.closed_at IS NULL AND o.leased = 1 ORDER BY o.id",
      {referral});
  std::vector<UnderWay> orders;
  while (rows.next())
    orders.push_back(
        {rows.id<base::MessageId>(0), std::string(rows.text(1)), std::string(rows.text(2))});
  return orders;
}

StopId add_stop(Transaction& transaction, const NewStop& stop) {
  const auto id = transaction.new_id<StopId>();
  transaction.execute(
      "INSERT INTO stop_notices (uuid, referral, item, seat, person, partner, cause, origin, "
      "outbox, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {id, or_null(stop.carrier.referral), or_null(stop.carrier.item), or_null(stop.carrier.seat),
       stop.person, stop.partner, stop.cause, stop.origin, or_null(stop.outbox),
       transaction.now()});
  return id;
}

std::vector<StopNotice> list_stops(Reader& reader, bool waiting, std::size_t at_most) {
  return all_of(reader.query(TSUNAGU_STOP
                             "WHERE ?1 = 0 OR a.notice IS NULL ORDER BY s.id DESC LIMIT ?2",
                             {waiting, at_most}));
}

std::vector<StopNotice> stops_about(Reader& reader, PersonRow person) {
  return all_of(reader.query(TSUNAGU_STOP "WHERE s.person = ? ORDER BY s.id", {person}));
}

std::vector<StopNotice> stops_from(Reader& reader, std::string_view origin) {
  return all_of(
      reader.query(TSUNAGU_STOP "WHERE s.origin = ?1 AND s.origin <> '' ORDER BY s.id", {origin}));
}

std::optional<StopNotice> find_stop(Reader& reader, const StopId& id) {
  auto found = all_of(reader.query(TSUNAGU_STOP "WHERE s.uuid = ?", {id}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::string_view state_of(Reader& reader, const StopNotice& stop) {
  if (stop.answered_at) return "acknowledged";
  if (!stop.outbox) return "by_hand";
  const auto order = read_order(reader, stop.outbox);
  if (!order || order->fate == Fate::open) return "waits";
  return order->fate == Fate::delivered ? "delivered" : "undelivered";
}

std::int64_t count_stops_untold(Reader& reader) {
  return reader
      .integer(
          "SELECT count(*) FROM stop_notices s LEFT JOIN outbox o ON o.id = s.outbox "
          "WHERE NOT EXISTS (SELECT 1 FROM stop_answers WHERE notice = s.id) "
          "AND (s.outbox IS NULL OR o.fate <> ?)",
          {static_cast<int>(Fate::delivered)})
      .value_or(0);
}

StopAnswered answer_stops(Transaction& transaction, ReferralRow referral, std::string_view partner,
                          InboxRow inbox) {
  StopAnswered answered;
  const auto stops = all_of(transaction.query(
      TSUNAGU_STOP "WHERE s.referral = ? AND s.partner = ? ORDER BY s.id", {referral, partner}));
  for (const auto& stop : stops) {
    answered.known = true;
    if (stop.answered_at) continue;
    transaction.execute(
        "INSERT INTO stop_answers (notice, inbox, answered_by, answered_at) VALUES (?, ?, ?, ?)",
        {stop.row, inbox, "partner/" + stop.partner, transaction.now()});
    answered.fresh.push_back(stop.person);
  }
  return answered;
}

bool answer_stop(Transaction& transaction, StopRow stop, std::string_view by) {
  return transaction.execute(
             "INSERT OR IGNORE INTO stop_answers (notice, answered_by, answered_at) "
             "VALUES (?, ?, ?)",
             {stop, by, transaction.now()}) != 0;
}

}  // namespace hub::store
