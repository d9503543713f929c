#include "hub/service/person_requests.hpp"

#include "hub/codec/event.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/holder_notice.hpp"
#include "hub/service/party_name.hpp"
#include "hub/service/stop.hpp"
#include "hub/store/harm_findings.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::RequestAnswer;
using domain::RequestKind;
using store::RequestId;
using store::StoredRequest;

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

/// 97条. Who got the old value was told it by a row of the log; who is told now gets one too.
void tell_corrected(store::Transaction& tx, const Book& book, const StoredRequest& request,
                    const store::PersonRef& person, std::string_view actor) {
  for (const auto& copy : copies_of(tx, person.id, request.items)) {
    if (!copy.referral) continue;
    const auto order = order_notice(tx, book, copy, codec::event_type::corrected);
    store::add_holder(tx, request.row,
                      {copy.holder(), copy.referral->row, order.value_or(store::OutboxRow{}), {}});
    auto entry =
        step_of(tx, request, order ? "request.notice_ordered" : "request.notice_by_hand", actor);
    entry.recipient = copy.holder();
    tx.audit(entry);
  }
}

/// 98条, 100条: from now on the gate refuses what the request is about, to everybody, until an
/// officer ends it (the person agreed anew); and whoever holds a copy is told. What was granted in
/// part stops the whole of it: the officer who knows the part ends this and says it anew.
void stop_sharing(store::Transaction& tx, const Book& book, const StoredRequest& request,
                  const store::PersonRef& person, std::string_view actor) {
  const auto origin = object_of(request.id);
  Halting halting(tx, book, person);
  const auto harm = store::add_harm(tx, {person.row,
                                         {},
                                         std::string(actor),
                                         "利用停止の請求を認めた（" + origin + "）",
                                         request.items});
  auto entry = step_of(tx, request, "request.stopped", actor);
  entry.objects.push_back("harm/" + harm.text());
  tx.audit(entry);
  halting.stop_all({"request.granted", actor, origin}, request.items);
}

void carry_out(store::Transaction& tx, const Book& book, const StoredRequest& request,
               std::string_view actor) {
  const auto person = store::read_person(tx, request.person);
  if (!person) return;
  if (request.kind == RequestKind::correction) tell_corrected(tx, book, request, *person, actor);
  if (request.kind == RequestKind::stop) stop_sharing(tx, book, request, *person, actor);
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

/// `whose`: none in a list.
void put_request(const StoredRequest& request, const std::optional<store::PersonRef>& whose,
                 base::UtcMillis now, const ViewSink& sink) {
  ViewLine line("request");
  line.id("request", request.id).code("type", name_of(request.kind));
  line.code("state", state_of(request, now));
  line.text("receivedDay", request.received_day).text("dueDay", request.due_day);
  line.flag("prolonged", request.prolonged_at.has_value());
  line.time("answeredAt", request.answered_at);
  if (request.answer) line.code("answer", name_of(*request.answer));
  if (whose) {
    line.id("person", whose->id).code("requester", name_of(request.requester));
    line.text("document", request.document);
  }
  line.to(sink);
}

void put_name(ViewLine& line, const Book& book, std::string_view holder) {
  line.code("recipient", holder).text("name", party_name(book.profile, holder));
}

void put_stop(store::Reader& reader, const Book& book, const store::StopNotice& stop,
              const ViewSink& sink) {
  ViewLine line("holder");
  put_name(line, book, stop.partner);
  if (const auto referral = store::read_referral(reader, stop.referral))
    line.id("referral", referral->id);
  line.id("stop", stop.id).code("way", stop.outbox ? "order" : "by_hand");
  line.code("state", store::state_of(reader, stop)).time("toldAt", stop.answered_at);
  line.to(sink);
}

void put_holder(store::Reader& reader, const Book& book, const store::Holder& holder,
                const ViewSink& sink) {
  ViewLine line("holder");
  put_name(line, book, holder.recipient);
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

Result<> prolong_person_request(Context& context, const RequestId& id, std::string_view actor) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto request = found(tx, id);
    if (!request) return request.error();
    if (is_late(*request, tx.now()))
      return fail(Kind::conflict, "request " + id.text() + " is overdue and can't be prolonged");
    if (!store::prolong_request(tx, *request))
      return fail(Kind::conflict, "request " + id.text() + " was prolonged or answered before");
    tx.audit(step_of(tx, *request, "request.prolonged", actor));
    return {};
  });
}

Result<> answer_person_request(Context& context, const RequestId& id, RequestAnswer answer,
                               std::string_view actor) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto request = found(tx, id);
    if (!request) return request.error();
    if (!store::answer_request(tx, request->row, answer))
      return fail(Kind::conflict, "request " + id.text() + " was answered before");
    tx.audit(step_of(tx, *request, "request." + std::string(name_of(answer)), actor));
    if (answer != RequestAnswer::refused) carry_out(tx, *book, *request, actor);
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

void view_requests(store::Reader& reader, base::UtcMillis now, std::size_t at_most,
                   const ViewSink& sink) {
  for (const auto& request : store::list_requests(reader, at_most))
    put_request(request, std::nullopt, now, sink);
}

Result<Shown> view_request(store::Reader& reader, const Book& book, const RequestId& id,
                           base::UtcMillis now, const ViewSink& sink) {
  const auto request = found(reader, id);
  if (!request) return request.error();
  const auto person = store::read_person(reader, request->person);
  put_request(*request, person, now, sink);
  for (const auto& holder : store::holders_of(reader, request->row))
    put_holder(reader, book, holder, sink);
  for (const auto& stop : store::stops_from(reader, object_of(id)))
    put_stop(reader, book, stop, sink);
  Shown shown{{object_of(id)}, {}};
  if (person) shown.persons = {person->id};
  return shown;
}

}  // namespace hub::service
