#include "hub/service/person_requests.hpp"

#include <set>

#include "hub/codec/event.hpp"
#include "hub/service/carrier.hpp"
#include "hub/service/decide.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/holder_notice.hpp"
#include "hub/service/seat.hpp"
#include "hub/service/stop.hpp"
#include "hub/store/harm_findings.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::RequestAnswer;
using domain::RequestKind;
using store::RequestId;
using store::StoredRequest;

/// A decision that somebody carries out.
struct Granting {
  const store::Decided& decided;
  std::string_view actor;
};

std::string object_of(const RequestId& id) {
  return "request/" + id.text();
}

Result<StoredRequest> found(store::Reader& reader, const RequestId& id) {
  auto request = store::find_request(reader, id);
  if (request) return std::move(*request);
  return fail(Kind::not_found, "no request " + id.text() + "; see `request list`");
}

audit::Entry step_of(store::Reader& reader, const StoredRequest& request, std::string_view action,
                     std::string_view actor) {
  auto entry = entry_of(actor, action, object_of(request.id), name_of(request.kind));
  if (const auto person = store::read_person(reader, request.person)) entry.persons = {person->id};
  return entry;
}

/// What was granted of what was asked.
domain::Labels granted_items(const StoredRequest& request, const store::Decided& decided) {
  return decided.items.empty() ? request.items : decided.items;
}

/// 97条. Who got the old value was told it by a row of the log; who is told now gets one too. Of
/// several papers a party is told once.
void tell_corrected(store::Transaction& tx, const Book& book, const StoredRequest& request,
                    const store::PersonRef& person, const Granting& granting) {
  std::set<std::pair<std::string, store::ReferralRow>> told;
  for (const auto& copy : copies_of(tx, person.id, granted_items(request, granting.decided))) {
    if (!told.emplace(copy.holder(), copy.carrier.referral).second) continue;
    const auto order = order_notice(tx, book, copy, codec::event_type::corrected);
    store::add_holder(
        tx, request.row,
        {copy.holder(), copy.carrier.referral, order.value_or(store::OutboxRow{}), {}});
    auto entry = step_of(tx, request, order ? "request.notice_ordered" : "request.notice_by_hand",
                         granting.actor);
    entry.recipient = copy.holder();
    tx.audit(entry);
  }
}

/// As the log and the gate name who receives: a desk stands for its agency.
std::vector<std::string> agencies_of(const Book& book, std::vector<std::string> codes) {
  for (auto& code : codes) {
    if (const auto* desk = profile::find_desk(book.profile, code)) code = desk->agency.code;
  }
  return codes;
}

/// 98条, 100条: from now on the gate refuses what was granted, to those towards whom it was, until
/// an officer ends it (the person agreed anew); and whoever of them holds a copy is told.
void stop_sharing(store::Transaction& tx, const Book& book, const StoredRequest& request,
                  const store::PersonRef& person, const Granting& granting) {
  const auto origin = object_of(request.id);
  const auto items = granted_items(request, granting.decided);
  const auto named = agencies_of(book, granting.decided.recipients);
  Halting halting(tx, book, person);
  auto entry = step_of(tx, request, "request.stopped", granting.actor);
  for (const auto& recipient : named.empty() ? std::vector<std::string>(1) : named) {
    const auto harm = store::add_harm(tx, {person.row, recipient, std::string(granting.actor),
                                           "利用停止の請求を認めた（" + origin + "）", items});
    entry.objects.push_back("harm/" + harm.text());
  }
  tx.audit(entry);
  halting.stop_all({"request.granted", granting.actor, origin}, {items, named});
}

void carry_out(store::Transaction& tx, const Book& book, const StoredRequest& request,
               const Granting& granting) {
  const auto person = store::read_person(tx, request.person);
  if (!person) return;
  if (request.kind == RequestKind::correction) tell_corrected(tx, book, request, *person, granting);
  if (request.kind == RequestKind::stop) stop_sharing(tx, book, request, *person, granting);
}

/// A part is said where it is a part, lies within what was asked, and names whom the profile knows.
Result<> check_part(const Book& book, const StoredRequest& request, const store::Decided& decided) {
  const bool partly = decided.answer == RequestAnswer::partly;
  const bool named = !decided.items.empty() || !decided.recipients.empty();
  if (named && !partly) return fail(Kind::invalid, "/items: only what is granted partly has parts");
  if (partly && !named && request.kind != RequestKind::disclosure)
    return fail(Kind::invalid, "/items: is missing: say which part is granted (items, recipients)");
  if (!decided.recipients.empty() && request.kind != RequestKind::stop)
    return fail(Kind::invalid, "/recipients: only a stop is granted towards some");
  if (!request.items.empty() && !request.items.includes(decided.items))
    return fail(Kind::invalid, "/items: more than the request asks for");
  for (const auto& code : decided.recipients) {
    if (profile::find_party(book.profile, code).index() == 0)
      return fail(Kind::invalid, "/recipients: the profile knows no such agency or section");
  }
  return {};
}

/// Those that nobody but a person could tell.
bool note_stops(store::Transaction& tx, const RequestId& id, std::string_view holder,
                std::string_view actor) {
  bool any = false;
  for (const auto& stop : store::stops_from(tx, object_of(id))) {
    if (stop.partner != holder || stop.outbox || stop.answered_at) continue;
    any = note_stop_answer(tx, stop, actor).has_value() || any;
  }
  return any;
}

bool is_late(const StoredRequest& request, base::UtcMillis at) {
  return !request.answered_at && request.due_day < base::jst_date(at);
}

std::string_view state_of(const StoredRequest& request, base::UtcMillis at) {
  if (request.answered_at) return "answered";
  return is_late(request, at) ? "overdue" : "open";
}

/// 84条: where a disclosure was prolonged beyond sixty days, a substantial part is answered within
/// these; 95条 and 103条 know no such part. Read of these periods: 83条1項, 2項
/// (個人情報保護委員会, Q&A 行政機関等編 5-6-1); 94条, 95条 (審査基準,
/// 愛知県後期高齢者医療広域連合, 2024-03-15); 102条1項 (審査基準, 滋賀県, 2023-04-01). 84条 was
/// read in the words of an ordinance made after it (三郷市議会 26条), and 102条2項, 103条 are
/// remembered: who relies on these looks them up.
std::string part_due_day_of(const StoredRequest& request) {
  const auto received = domain::day_from(request.received_day);
  if (!received || request.kind != RequestKind::disclosure || request.answered_at) return {};
  const auto day = domain::text_of(domain::due_day(*received, true));
  return request.due_day > day ? day : std::string();
}

/// The last open day on which the answer is in time, where its last day is none.
std::string work_day_of(const domain::Calendar& calendar, const StoredRequest& request) {
  const auto due = domain::day_from(request.due_day);
  return due && calendar.is_closed(*due) ? domain::text_of(calendar.open_until(*due)) : "";
}

/// `whose`: none in a list.
void put_request(const StoredRequest& request, const std::optional<store::PersonRef>& whose,
                 const Book& book, base::UtcMillis now, const ViewSink& sink) {
  ViewLine line("request");
  line.id("request", request.id).code("type", name_of(request.kind));
  line.code("state", state_of(request, now));
  line.text("receivedDay", request.received_day).text("dueDay", request.due_day);
  line.text("workDay", work_day_of(book.law.calendar, request));
  if (const auto part = part_due_day_of(request); !part.empty()) line.text("partDueDay", part);
  line.flag("prolonged", request.prolonged_at.has_value());
  line.time("answeredAt", request.answered_at);
  if (request.answer) line.code("answer", name_of(*request.answer));
  if (!request.granted.empty()) line.list("grantedItems", names_of(request.granted));
  if (!request.granted_from.empty()) line.list("grantedFrom", request.granted_from);
  if (whose) {
    line.id("person", whose->id).code("requester", name_of(request.requester));
    line.text("document", request.document);
  }
  line.to(sink);
}

void put_name(ViewLine& line, store::Reader& reader, const Book& book, std::string_view holder) {
  line.code("recipient", holder).text("name", name_of_recipient(reader, book.profile, holder));
}

void put_stop(store::Reader& reader, const Book& book, const store::StopNotice& stop,
              const ViewSink& sink) {
  ViewLine line("holder");
  put_name(line, reader, book, stop.partner);
  put_carrier(line, reader, stop.carrier);
  line.id("stop", stop.id).code("way", stop.outbox ? "order" : "by_hand");
  line.code("state", store::state_of(reader, stop)).time("toldAt", stop.answered_at);
  line.to(sink);
}

void put_holder(store::Reader& reader, const Book& book, const store::Holder& holder,
                const ViewSink& sink) {
  ViewLine line("holder");
  put_name(line, reader, book, holder.recipient);
  if (const auto referral = store::read_referral(reader, holder.referral))
    line.id("referral", referral->id);
  line.code("way", holder.order ? "order" : "by_hand");
  if (const auto order = store::read_order(reader, holder.order))
    line.code("state", store::name_of(order->fate));
  line.time("toldAt", holder.told_at);
  line.to(sink);
}

}  // namespace

Result<RequestId> open_person_request(Context& context, const RequestWish& wish,
                                      std::string_view actor) {
  return context.db.write([&](store::Transaction& tx) -> Result<RequestId> {
    const auto person = store::find_person(tx, wish.person);
    if (!person) return fail(Kind::not_found, "no person " + wish.person.text());
    const auto today = base::jst_day(tx.now());
    const auto received = wish.received.value_or(today);
    if (received > today) return fail(Kind::invalid, "/received: is a day to come");
    const auto request = store::open_request(
        tx, {person->row, wish.kind, wish.requester, wish.items, received, wish.document});
    tx.audit(step_of(tx, request, "request.opened", actor));
    return request.id;
  });
}

Result<> prolong_person_request(Context& context, const RequestId& id, std::string_view actor,
                                const std::optional<std::chrono::year_month_day>& until) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto request = found(tx, id);
    if (!request) return request.error();
    if (is_late(*request, tx.now()))
      return fail(Kind::conflict, "request " + id.text() + " is overdue and can't be prolonged");
    if (until && domain::text_of(*until) <= request->due_day)
      return fail(Kind::invalid, "/until: is no later than the day on which it is due");
    if (!store::prolong_request(tx, *request, until))
      return fail(Kind::conflict, "request " + id.text() + " was prolonged or answered before");
    tx.audit(
        step_of(tx, *request, until ? "request.prolonged_specially" : "request.prolonged", actor));
    return {};
  });
}

Result<> answer_person_request(Context& context, const RequestId& id, const store::Decided& decided,
                               std::string_view actor) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto request = found(tx, id);
    if (!request) return request.error();
    if (auto checked = check_part(*book, *request, decided); !checked) return checked;
    if (!store::answer_request(tx, request->row, decided))
      return fail(Kind::conflict, "request " + id.text() + " was answered before");
    tx.audit(step_of(tx, *request, "request." + std::string(name_of(decided.answer)), actor));
    if (decided.answer != RequestAnswer::refused) carry_out(tx, *book, *request, {decided, actor});
    return {};
  });
}

Result<> mark_holder_told(Context& context, const RequestId& id, std::string_view recipient,
                          std::string_view actor) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto request = found(tx, id);
    if (!request) return request.error();
    const bool stopped = note_stops(tx, id, recipient, actor);
    if (!store::mark_told(tx, request->row, recipient) && !stopped)
      return fail(Kind::conflict,
                  "nobody of that code waits to be told; see `request show " + id.text() + "`");
    auto entry = step_of(tx, *request, "request.told_by_hand", actor);
    entry.recipient = recipient;
    tx.audit(entry);
    return {};
  });
}

void view_requests(store::Reader& reader, const Book& book, base::UtcMillis now,
                   std::size_t at_most, const ViewSink& sink) {
  for (const auto& request : store::list_requests(reader, at_most))
    put_request(request, std::nullopt, book, now, sink);
}

Result<Shown> view_request(store::Reader& reader, const Book& book, const RequestId& id,
                           base::UtcMillis now, const ViewSink& sink) {
  const auto request = found(reader, id);
  if (!request) return request.error();
  const auto person = store::read_person(reader, request->person);
  put_request(*request, person, book, now, sink);
  for (const auto& holder : store::holders_of(reader, request->row))
    put_holder(reader, book, holder, sink);
  for (const auto& stop : store::stops_from(reader, object_of(id)))
    put_stop(reader, book, stop, sink);
  Shown shown{{object_of(id)}, {}};
  if (person) shown.persons = {person->id};
  return shown;
}

}  // namespace hub::service
