#include "hub/service/view_referrals.hpp"

#include "hub/service/referral_body.hpp"
#include "hub/service/told_reason.hpp"
#include "hub/service/view_signals.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/outbox.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/signals.hpp"

namespace hub::service {
namespace {

void put_event(const store::ReferralEvent& event, const ViewSink& sink) {
  ViewLine line("event");
  line.time("at", event.at).code("from", event.from_status).code("to", event.to_status);
  line.code("actor", event.actor).code("reason", told_reason(event.reason));
  line.to(sink);
}

/// Among whom a person has to choose the recipient, and why.
void put_choice(ViewLine& line, const store::StoredReferral& referral) {
  const auto choice = choice_in(referral);
  if (choice.candidates.empty()) return;
  std::vector<std::string> codes;
  std::vector<std::string> names;
  for (const auto& candidate : choice.candidates) {
    codes.push_back(candidate.desk);
    names.push_back(candidate.name);
  }
  line.list("candidates", codes).list("candidateNames", names).text("why", choice.why);
}

void put_order(store::Reader& reader, const store::Order& order, const ViewSink& sink) {
  ViewLine line("order");
  line.id("order", order.id).code("partner", order.partner).code("type", order.kind);
  line.code("state", store::name_of(order.fate)).code("reason", told_reason(order.reason));
  line.count("attempts", order.attempts).time("createdAt", order.created_at);
  if (order.fate == store::Fate::open) line.time("dueAt", order.due_at);
  line.time("closedAt", order.closed_at);
  if (const auto original = store::read_order(reader, order.original)) {
    line.id("original", original->id);
  }
  line.to(sink);
  for (const auto& attempt : store::attempts_of(reader, order.row)) {
    ViewLine tried("attempt");
    tried.id("order", order.id).count("attempt", attempt.attempt).time("at", attempt.at);
    tried.count("status", attempt.status).code("reason", attempt.reason);
    tried.to(sink);
  }
}

}  // namespace

void view_line_of(store::Reader& reader, const store::StoredReferral& referral,
                  const ViewSink& sink) {
  ViewLine line("referral");
  line.id("referral", referral.id).code("state", referral.status);
  line.code("from", referral.from_desk).code("to", referral.to_desk);
  line.code("reason", referral.reason).code("basis", referral.legal_basis);
  if (const auto about = store::read_case(reader, referral.case_row)) line.id("case", about->id);
  line.time("createdAt", referral.created_at).time("changedAt", referral.changed_at);
  line.time("dueAt", referral.due_at);
  put_choice(line, referral);
  line.to(sink);
}

void view_referrals(store::Reader& reader, const Book& book, const ListLook& look,
                    const ReferralChoice& choice, const ViewSink& sink) {
  std::size_t shown = 0;
  for (const auto row : store::list_referrals(reader, choice.state, rows_to_read(look))) {
    if (shown == look.at_most) break;
    const auto one = store::read_referral(reader, row);
    const bool wanted = one && (choice.desk.empty() || one->from_desk == choice.desk ||
                                one->to_desk == choice.desk);
    if (!wanted || !may_list(reader, book, one->case_row, look)) continue;
    view_line_of(reader, *one, sink);
    ++shown;
  }
}

base::Result<Shown> view_referral(store::Reader& reader, const base::ReferralId& id,
                                  const ViewSink& sink) {
  const auto referral = store::find_referral(reader, id);
  if (!referral) {
    return base::fail(base::Kind::not_found, "no referral " + id.text() + "; see `referral list`");
  }
  Shown shown{{"referral/" + id.text()}, {}};
  if (const auto person = store::read_person(reader, referral->person)) {
    shown.persons.push_back(person->id);
  }
  view_line_of(reader, *referral, sink);
  for (const auto& event : store::events_of(reader, referral->row))
    put_event(event, sink);
  for (const auto& order : store::orders_of(reader, referral->row))
    put_order(reader, order, sink);
  for (const auto& signal : store::signals_of(reader, referral->row))
    view_line_of(reader, signal, sink);
  return shown;
}

}  // namespace hub::service
