#include "hub/service/stop_use.hpp"

#include <algorithm>

#include "hub/codec/event.hpp"
#include "hub/service/carrier.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/holder_notice.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

using base::Result;

bool was_told_since(const std::vector<store::StopNotice>& stops, const Copy& copy) {
  return std::any_of(stops.begin(), stops.end(), [&copy](const auto& one) {
    return one.carrier == copy.carrier && one.partner == copy.holder() && one.made_at >= copy.last;
  });
}

audit::Entry entry_about(store::Reader& reader, const store::PersonRef& person, const Copy& copy,
                         const store::StopId& id, const Because& why) {
  auto entry = entry_of(why.actor, "stop_use.ordered", "stop/" + id.text(), why.cause);
  for (auto& object : objects_of(reader, copy.carrier))
    entry.objects.push_back(std::move(object));
  if (!why.origin.empty()) entry.objects.push_back(why.origin);
  entry.persons = {person.id};
  entry.recipient = copy.holder();
  return entry;
}

}  // namespace

std::vector<Holder> tell_to_stop(store::Transaction& tx, const Book& book,
                                 const store::PersonRef& person, const std::vector<Copy>& copies,
                                 const Because& why) {
  std::vector<Holder> told;
  for (const auto& copy : copies) {
    if (was_told_since(store::stops_about(tx, person.row), copy)) continue;
    const auto order = order_notice(tx, book, copy, codec::event_type::stop_use);
    const auto id = store::add_stop(tx, {.carrier = copy.carrier,
                                         .person = person.row,
                                         .partner = copy.holder(),
                                         .cause = std::string(why.cause),
                                         .origin = why.origin,
                                         .outbox = order.value_or(store::OutboxRow{})});
    tx.audit(entry_about(tx, person, copy, id, why));
    told.push_back({copy.carrier, copy.holder(), id, !order});
  }
  return told;
}

Result<bool> take_stop_answer(store::Transaction& tx, const base::ReferralId& id,
                              std::string_view partner, store::InboxRow inbox) {
  const auto referral = store::find_referral(tx, id);
  const auto answered =
      referral ? store::answer_stops(tx, referral->row, partner, inbox) : store::StopAnswered();
  if (!answered.known)
    return base::fail(base::Kind::not_found, "no stop notice of referral " + id.text());
  auto entry = entry_of("partner/" + std::string(partner), "stop_use.answered",
                        "referral/" + id.text(), answered.fresh.empty() ? "unchanged" : "");
  for (const auto row : answered.fresh) {
    if (const auto person = store::read_person(tx, row)) entry.persons.push_back(person->id);
  }
  tx.audit(entry);
  return !answered.fresh.empty();
}

Result<> note_stop_answer(store::Transaction& tx, const store::StopNotice& stop,
                          std::string_view asker) {
  if (!store::answer_stop(tx, stop.row, asker))
    return base::fail(base::Kind::conflict, "notice " + stop.id.text() + " was answered before");
  auto entry = entry_of(asker, "stop_use.answered", "stop/" + stop.id.text(), "by_hand");
  if (const auto person = store::read_person(tx, stop.person)) entry.persons = {person->id};
  tx.audit(entry);
  return {};
}

Result<> note_stop_answer(Context& context, const store::StopId& id, std::string_view asker) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto stop = store::find_stop(tx, id);
    if (!stop) return base::fail(base::Kind::not_found, "no stop notice " + id.text());
    return note_stop_answer(tx, *stop, asker);
  });
}

}  // namespace hub::service
