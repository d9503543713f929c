#include "hub/store/stop_notices.hpp"

namespace hub::store {
namespace {

#define TSUNAGU_STOP                                                                     \
  "SELECT s.id, s.uuid, s.referral, s.person, s.partner, s.cause, s.outbox, s.made_at, " \
  "a.answered_at FROM stop_notices s LEFT JOIN stop_answers a ON a.notice = s.id "

std::vector<StopNotice> all_of(Cursor rows) {
  std::vector<StopNotice> all;
  while (rows.next()) {
    all.push_back({.row = rows.row<StopRow>(0),
                   .id = rows.id<StopId>(1),
                   .referral = rows.row<ReferralRow>(2),
                   .person = rows.row<PersonRow>(3),
                   .partner = std::string(rows.text(4)),
                   .cause = std::string(rows.text(5)),
                   .outbox = rows.row<OutboxRow>(6),
                   .made_at = rows.time(7),
                   .answered_at = rows.time_or_null(8)});
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
      "INSERT INTO stop_notices (uuid, referral, person, partner, cause, outbox, made_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      {id, stop.referral, stop.person, stop.partner, stop.cause, or_null(stop.outbox),
       transaction.now()});
  return id;
}

std::vector<StopNotice> list_stops(Reader& reader, bool waiting, std::size_t at_most) {
  return all_of(reader.query(TSUNAGU_STOP
                             "WHERE ?1 = 0 OR a.notice IS NULL ORDER BY s.id DESC LIMIT ?2",
                             {waiting, at_most}));
}

std::vector<StopNotice> stops_of(Reader& reader, ReferralRow referral, PersonRow person) {
  return all_of(reader.query(TSUNAGU_STOP "WHERE s.referral = ? AND s.person = ? ORDER BY s.id",
                             {referral, person}));
}

StopAnswered answer_stops(Transaction& transaction, ReferralRow referral, std::string_view partner,
                          InboxRow inbox) {
  StopAnswered answered;
  const auto stops = all_of(transaction.query(
      TSUNAGU_STOP "WHERE s.referral = ? AND s.partner = ? ORDER BY s.id", {referral, partner}));
  for (const auto& stop : stops) {
    answered.known = true;
    if (stop.answered_at) continue;
    transaction.execute("INSERT INTO stop_answers (notice, inbox, answered_at) VALUES (?, ?, ?)",
                        {stop.row, inbox, transaction.now()});
    answered.fresh.push_back(stop.person);
  }
  return answered;
}

}  // namespace hub::store
