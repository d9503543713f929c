#include "hub/service/person_requests.hpp"

#include "hub/codec/event.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/holder_notice.hpp"

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

/// Who got the old value was told it by a row of the log; who is told now gets one too.
void tell_holders(store::Transaction& tx, const Book& book, const StoredRequest& request,
                  std::string_view actor) {
  const auto person = store::read_person(tx, request.person);
  if (!person) return;
  const bool corrected = request.kind == RequestKind::correction;
  const auto event = corrected ? codec::event_type::corrected : codec::event_type::stop_use;
  for (const auto& holder : holders_of_data(tx, person->id, request.items)) {
    const auto order = order_notice(tx, book, holder, event);
    store::add_holder(tx, request.row,
                      {holder.recipient, holder.referral, order.value_or(store::OutboxRow{}), {}});
    auto entry =
        step_of(tx, request, order ? "request.notice_ordered" : "request.notice_by_hand", actor);
    entry.recipient = holder.recipient;
    tx.audit(entry);
  }
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

void put_holder(store::Reader& reader, const Book& book, const store::Holder& holder,
                const ViewSink& sink) {
  ViewLine line("holder");
  line.code("recipient", holder.recipient);
  if (const auto* agency = profile::find_agency(book.profile, holder.recipient))
    line.text("name", agency->name);
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
    if (request->kind != RequestKind::disclosure && answer != RequestAnswer::refused)
      tell_holders(tx, *book, *request, actor);
    return {};
  });
}

Result<> mark_holder_told(Context& context, const RequestId& id, std::string_view recipient,
                          std::string_view actor) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto request = found(tx, id);
    if (!request) return request.error();
    if (!store::mark_told(tx, request->row, recipient))
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
  Shown shown{{object_of(id)}, {}};
  if (person) shown.persons = {person->id};
  return shown;
}

}  // namespace hub::service
