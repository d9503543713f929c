#include "hub/store/person_requests.hpp"

#include "hub/base/words.hpp"

#include <algorithm>

namespace hub::store {
namespace {

static_assert(static_cast<int>(Fate::delivered) == 1);

constexpr std::string_view table = "person_requests";

#define TSUNAGU_REQUEST                                                                    \
  "SELECT id, uuid, person, kind, requester, items, received_day, due_day, prolonged_at, " \
  "answered_at, answer, granted_items, granted_recipients, document FROM person_requests "

// When the order, or one that sent it again, arrived; 1 is Fate::delivered.
#define TSUNAGU_ARRIVED                                                                      \
  "(SELECT min(o.closed_at) FROM outbox o WHERE o.referral = h.referral AND o.fate = 1 AND " \
  "(o.id = h.outbox OR o.original = h.outbox))"

std::vector<std::string> words_of(std::string_view list) {
  const auto words = base::words_in(list);
  return {words.begin(), words.end()};
}

std::string list_of(const std::vector<std::string>& words) {
  std::string list;
  for (const auto& word : words)
    list.append(list.empty() ? "" : " ").append(word);
  return list;
}

std::vector<StoredRequest> all_of(Reader& reader, Cursor rows) {
  std::vector<StoredRequest> all;
  while (rows.next()) {
    StoredRequest one;
    one.row = rows.row<RequestRow>(0);
    one.id = rows.id<RequestId>(1);
    one.person = rows.row<PersonRow>(2);
    one.kind = static_cast<domain::RequestKind>(rows.integer(3));
    one.requester = static_cast<domain::Requester>(rows.integer(4));
    one.items = domain::Labels::from_bits(static_cast<std::uint16_t>(rows.integer(5)));
    one.received_day = rows.text(6);
    one.due_day = rows.text(7);
    one.prolonged_at = rows.time_or_null(8);
    one.answered_at = rows.time_or_null(9);
    if (one.answered_at) one.answer = static_cast<domain::RequestAnswer>(rows.integer(10));
    one.granted = domain::Labels::from_bits(static_cast<std::uint16_t>(rows.integer(11)));
    one.granted_from = words_of(rows.text(12));
    one.document = reader.open(table, one.id.bytes(), rows.blob(13)).look_inside();
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

StoredRequest open_request(Transaction& transaction, const NewRequest& request) {
  const auto id = transaction.new_id<RequestId>();
  const std::string received = domain::text_of(request.received);
  const std::string due = domain::text_of(domain::due_day(request.received, false));
  const std::string sealed = transaction.seal(table, id.bytes(), request.document);
  transaction.execute(
      "INSERT INTO person_requests (uuid, person, kind, requester, items, received_day, due_day, "
      "document) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      {id, request.person, static_cast<int>(request.kind), static_cast<int>(request.requester),
       request.items.bits(), received, due, blob_of(sealed)});
  return *find_request(transaction, id);
}

std::optional<StoredRequest> find_request(Reader& reader, const RequestId& id) {
  auto found = all_of(reader, reader.query(TSUNAGU_REQUEST "WHERE uuid = ?", {id}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<StoredRequest> list_requests(Reader& reader, std::size_t at_most) {
  return all_of(reader, reader.query(TSUNAGU_REQUEST
                                     "ORDER BY answered_at IS NOT NULL, "
                                     "CASE WHEN answered_at IS NULL THEN due_day END, id DESC "
                                     "LIMIT ?",
                                     {at_most}));
}

std::vector<StoredRequest> requests_of(Reader& reader, PersonRow person) {
  return all_of(reader, reader.query(TSUNAGU_REQUEST "WHERE person = ? ORDER BY id", {person}));
}

bool prolong_request(Transaction& transaction, const StoredRequest& request,
                     const std::optional<std::chrono::year_month_day>& until) {
  const auto received = domain::day_from(request.received_day);
  if (!received) return false;
  const auto due = until ? std::chrono::sys_days(*until) : domain::due_day(*received, true);
  return transaction.execute(
             "UPDATE person_requests SET due_day = ?, prolonged_at = ? "
             "WHERE id = ? AND prolonged_at IS NULL AND answered_at IS NULL",
             {domain::text_of(due), transaction.now(), request.row}) > 0;
}

bool answer_request(Transaction& transaction, RequestRow row, const Decided& decided) {
  return transaction.execute(
             "UPDATE person_requests SET answered_at = ?, answer = ?, granted_items = ?, "
             "granted_recipients = ? WHERE id = ? AND answered_at IS NULL",
             {transaction.now(), static_cast<int>(decided.answer), decided.items.bits(),
              list_of(decided.recipients), row}) > 0;
}

std::int64_t count_requests_due(Reader& reader, std::string_view day) {
  return reader
      .integer("SELECT count(*) FROM person_requests WHERE answered_at IS NULL AND due_day <= ?",
               {day})
      .value_or(0);
}

void add_holder(Transaction& transaction, RequestRow request, const Holder& holder) {
  transaction.execute(
      "INSERT INTO person_request_holders (request, recipient, referral, outbox) "
      "VALUES (?, ?, ?, ?)",
      {request, holder.recipient, or_null(holder.referral), or_null(holder.order)});
}

std::vector<Holder> holders_of(Reader& reader, RequestRow request) {
  std::vector<Holder> holders;
  Cursor rows = reader.query(
      "SELECT h.recipient, h.referral, h.outbox, coalesce(h.told_at, " TSUNAGU_ARRIVED
      ") FROM person_request_holders h WHERE h.request = ? ORDER BY h.recipient, h.referral",
      {request});
  while (rows.next())
    holders.push_back({std::string(rows.text(0)), rows.row<ReferralRow>(1), rows.row<OutboxRow>(2),
                       rows.time_or_null(3)});
  return holders;
}

bool mark_told(Transaction& transaction, RequestRow request, std::string_view recipient) {
  return transaction.execute(
             "UPDATE person_request_holders SET told_at = ? "
             "WHERE request = ? AND recipient = ? AND told_at IS NULL",
             {transaction.now(), request, recipient}) > 0;
}

std::int64_t count_untold(Reader& reader) {
  return reader
      .integer(
          "SELECT count(*) FROM person_request_holders h "
          "WHERE h.told_at IS NULL AND " TSUNAGU_ARRIVED " IS NULL")
      .value_or(0);
}

}  // namespace hub::store
