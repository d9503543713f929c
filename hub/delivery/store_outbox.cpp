#include "hub/delivery/store_outbox.hpp"

#include "hub/audit/entry.hpp"
#include "hub/base/limits.hpp"
#include "hub/codec/event.hpp"
#include "hub/service/answer.hpp"
#include "hub/service/dispatch.hpp"
#include "hub/store/partners.hpp"

namespace hub::delivery {
namespace {

using base::Result;

/// A claim that nobody answered for is due again after this: longer than one delivery may take.
constexpr std::chrono::milliseconds lease(3 * base::limits::transfer_timeout_ms);

store::Fate stored_fate(Fate fate) {
  switch (fate) {
    case Fate::delivered:
      return store::Fate::delivered;
    case Fate::partner_gone:
      return store::Fate::partner_gone;
    default:
      return store::Fate::given_up;
  }
}

audit::Entry entry_of(const store::Order& order, const Outcome& outcome) {
  audit::Entry entry;
  entry.actor = "system";
  entry.action = outcome.fate == Fate::delivered ? "order.delivered" : "order.tried";
  entry.objects = {"order/" + order.id.text()};
  entry.recipient = order.partner;
  entry.rule = outcome.reason;
  return entry;
}

void record(store::Transaction& tx, const store::Order& order, const Outcome& outcome) {
  if (outcome.fate == Fate::not_sent) {
    store::give_back(tx, order.row);
    return;
  }
  store::add_attempt(tx, order.row, outcome.status, outcome.reason);
  if (outcome.fate == Fate::retry && outcome.next_at) {
    store::retry_order(tx, order.row, *outcome.next_at);
  } else {
    store::close_order(tx, order.row, stored_fate(outcome.fate), outcome.reason);
  }
  if (outcome.fate == Fate::delivered) {
    store::note_success(tx, order.partner);
    service::delivered(tx, order);
  } else {
    store::note_failure(tx, order.partner, outcome.reason);
  }
  if (outcome.fate == Fate::partner_gone) store::pause_partner(tx, order.partner, "gone");
  tx.audit(entry_of(order, outcome));
}

/// Desks' own systems are served by DeskPush, not by HTTP.
store::ClaimRoom room_of(store::Reader& reader, const Room& room) {
  store::ClaimRoom out{room.in_all, room.otherwise, room.partners};
  for (const auto& partner : store::list_partners(reader)) {
    if (partner.name.starts_with(service::push_partner)) out.partners[partner.name] = 0;
  }
  return out;
}

}  // namespace

Result<std::vector<Claim>> StoreOutbox::turn(const std::vector<Outcome>& outcomes,
                                             base::UtcMillis now, const Room& room) {
  const auto book = context_.book();
  return context_.db.write([&](store::Transaction& tx) -> Result<std::vector<Claim>> {
    for (const auto& outcome : outcomes) {
      const auto order = store::read_order(tx, store::OutboxRow{outcome.id});
      if (order) record(tx, *order, outcome);
    }
    std::vector<Claim> claims;
    auto rendered = service::claim(tx, *book, room_of(tx, room), now + lease);
    if (!rendered) return rendered.error();
    for (auto& one : *rendered) {
      claims.push_back({one.order.row.value, one.order.partner, std::to_string(one.order.order_key),
                        static_cast<int>(one.order.attempts) + 1, one.order.id.text(),
                        std::move(one.url), std::string(codec::event_media_type),
                        std::move(one.body)});
    }
    return claims;
  });
}

std::optional<base::UtcMillis> StoreOutbox::next_due(base::UtcMillis) {
  const auto due =
      context_.db.read([](store::Reader& reader) -> Result<std::optional<base::UtcMillis>> {
        return store::next_due(reader);
      });
  return due ? *due : std::nullopt;
}

}  // namespace hub::delivery
