#include "hub/delivery/store_outbox.hpp"

#include <map>
#include <memory>
#include <tuple>
#include <utility>

#include "hub/audit/entry.hpp"
#include "hub/base/limits.hpp"
#include "hub/codec/event.hpp"
#include "hub/service/answer.hpp"
#include "hub/service/dispatch.hpp"
#include "hub/service/entry.hpp"
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

/// What came of a turn's tries, as rows of the log: one for each partner and answer names all the
/// orders that ended so.
class Tries {
 public:
  void add(const store::Order& order, const Outcome& outcome) {
    auto& entry = rows_[{order.partner, outcome.fate == Fate::delivered, outcome.reason}];
    entry.actor = service::system_actor;
    entry.action = outcome.fate == Fate::delivered ? "order.delivered" : "order.tried";
    entry.objects.push_back("order/" + order.id.text());
    entry.recipient = order.partner;
    entry.rule = outcome.reason;
  }
  void write(store::Transaction& tx) const {
    for (const auto& [of, entry] : rows_)
      tx.audit(entry);
  }

 private:
  std::map<std::tuple<std::string, bool, std::string>, audit::Entry> rows_;
};

void record(store::Transaction& tx, const store::Order& order, const Outcome& outcome,
            Tries& tries) {
  if (outcome.fate == Fate::not_sent) return store::give_back(tx, order.row);
  if (outcome.fate == Fate::retry && outcome.next_at) {
    store::add_attempt(tx, order.row, outcome.status, outcome.reason);
    store::retry_order(tx, order.row, *outcome.next_at);
  } else {
    store::close_tried(tx, order, outcome.status, stored_fate(outcome.fate), outcome.reason);
  }
  if (outcome.fate == Fate::delivered) service::delivered(tx, order);
  if (outcome.fate == Fate::partner_gone) store::pause_partner(tx, order.partner, "gone");
  tries.add(order, outcome);
}

/// Desks' own systems are served by DeskPush, not by HTTP.
store::ClaimRoom room_of(store::Reader& reader, const Room& room) {
  store::ClaimRoom out{room.in_all, room.otherwise, room.partners};
  for (const auto& partner : store::list_partners(reader)) {
    if (partner.name.starts_with(service::push_partner)) out.partners[partner.name] = 0;
  }
  return out;
}

Claim claim_of(service::Rendered rendered) {
  const auto& order = rendered.order;
  return {order.row.value,
          order.partner,
          std::to_string(order.order_key),
          static_cast<int>(order.attempts) + 1,
          order.id.text(),
          std::move(rendered.url),
          std::string(codec::event_media_type),
          std::move(rendered.body)};
}

/// What one turn takes to the writer's thread and brings back.
struct Turn {
  std::shared_ptr<const service::Book> book;
  std::vector<Outcome> outcomes;
  Room room;
  std::vector<Claim> claims{};
};

/// Of many that arrived one after the other the first says all.
class Health {
 public:
  void note(store::Transaction& tx, const std::string& partner, const Outcome& outcome) {
    if (outcome.fate == Fate::not_sent) return;
    const bool well = outcome.fate == Fate::delivered;
    const bool again = std::exchange(was_well_[partner], well) && well;
    if (again) return;
    if (well) {
      store::note_success(tx, partner);
    } else {
      store::note_failure(tx, partner, outcome.reason);
    }
  }

 private:
  std::map<std::string, bool, std::less<>> was_well_;
};

Result<> take_turn(store::Transaction& tx, Turn& turn) {
  Health health;
  Tries tries;
  for (const auto& outcome : turn.outcomes) {
    const auto order = store::read_order(tx, store::OutboxRow{outcome.id});
    if (!order) continue;
    health.note(tx, order->partner, outcome);
    record(tx, *order, outcome, tries);
  }
  tries.write(tx);
  auto rendered = service::claim(tx, *turn.book, room_of(tx, turn.room), tx.now() + lease);
  if (!rendered) return rendered.error();
  for (auto& one : *rendered)
    turn.claims.push_back(claim_of(std::move(one)));
  return {};
}

}  // namespace

void StoreOutbox::turn(std::vector<Outcome> outcomes, Room room, OnTurn done) {
  auto turn = std::make_shared<Turn>(Turn{context_.book(), std::move(outcomes), std::move(room)});
  const auto told = std::make_shared<OnTurn>(std::move(done));
  const auto queued =
      context_.db.writer().submit([turn](store::Transaction& tx) { return take_turn(tx, *turn); },
                                  [turn, told](const Result<>& committed) {
                                    if (committed) {
                                      (*told)(std::move(turn->claims));
                                    } else {
                                      (*told)(committed.error());
                                    }
                                  });
  if (!queued) (*told)(queued.error());
}

std::optional<base::UtcMillis> StoreOutbox::next_due(base::UtcMillis) {
  const auto due =
      context_.db.read([](store::Reader& reader) -> Result<std::optional<base::UtcMillis>> {
        return store::next_due(reader);
      });
  return due ? *due : std::nullopt;
}

}  // namespace hub::delivery
