#include "hub/service/receive.hpp"

#include "hub/service/entry.hpp"
#include "hub/service/let_go.hpp"
#include "hub/service/replay.hpp"
#include "hub/store/records.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using base::Result;
using store::ArrivalState;

audit::Entry entry_about(std::string_view action, const base::ArrivalId& arrival,
                         std::string_view rule = {}) {
  return entry_of(system_actor, action, "arrival/" + arrival.text(), rule);
}

/// Anew: an earlier try may have left its own.
void write_remarks(store::Transaction& tx, store::ArrivalRow arrival, const Staged& staged) {
  store::forget_remarks(tx, arrival);
  for (const auto& reject : staged.rejects)
    store::add_reject(tx, arrival, reject);
  for (const auto& warning : staged.warnings)
    store::add_warning(tx, arrival, warning);
}

profile::Scope scope_of(store::Reader& reader, const Book& book, store::FeedRow row) {
  const auto feed = store::read_feed(reader, row);
  for (const auto& source : store::list_sources(reader)) {
    const auto* known = profile::find_source(book.profile, source.name);
    if (feed && source.id == feed->source && known != nullptr) return known->scope;
  }
  return profile::Scope::keys_only;  // of a source that the profile knows no more, nothing stays
}

}  // namespace

Result<bool> begin_decoding(Context& context, const FeedPlan& plan, const store::Arrival& arrival) {
  return context.db.write([&](store::Transaction& tx) -> Result<bool> {
    if (arrival.replay_of && is_superseded(tx, arrival)) {
      store::set_arrival_state(tx, arrival.row, arrival.state, ArrivalState::discarded,
                               "superseded");
      tx.audit(entry_about("arrival.discarded", arrival.id, "superseded"));
      return false;
    }
    const auto earlier = store::find_same_bytes(tx, arrival.feed, arrival.sha256);
    const bool again = !arrival.replay_of && earlier && earlier->row != arrival.row;
    if (again && plan.mode != FeedMode::full) {
      store::set_arrival_state(tx, arrival.row, arrival.state, ArrivalState::discarded,
                               "same_bytes");
      let_go(tx, plan.scope, arrival.row);
      tx.audit(entry_about("arrival.discarded", arrival.id, "same_bytes"));
      return false;
    }
    const bool begun =
        store::set_arrival_state(tx, arrival.row, arrival.state, ArrivalState::decoding,
                                 is_wanted(arrival) ? arrival.reason : "");
    tx.audit(entry_about("arrival.decoding", arrival.id));
    return begun;
  });
}

Result<Judgement> end_decoding(Context& context, const FeedPlan& plan,
                               const store::ArrivalRef& arrival, Stager& stager,
                               const DecodeEnd& end) {
  if (auto finished = stager.finish(); !finished) return finished.error();
  return context.db.write([&](store::Transaction& tx) -> Result<Judgement> {
    const auto& staged = stager.staged();
    write_remarks(tx, arrival.row, staged);
    store::set_arrival_counts(tx, arrival.row, staged.counts);
    store::set_arrival_facts(tx, arrival, end.order_key, end.adapter_version);
    const Before before{store::count_records(tx, plan.row), store::newest_order(tx, plan.row)};
    const auto now = store::read_arrival(tx, arrival.row);
    const bool replayed = now && now->replay_of;  // older, and yields where it matters
    const auto judgement = end.released
                               ? Judgement::apply
                               : judge(plan, before, staged.counts, replayed ? "" : end.order_key);
    const bool goes_on = judgement == Judgement::apply;
    const bool wanted = goes_on && now && is_wanted(*now);  // still is after a stop
    store::set_arrival_state(tx, arrival.row, ArrivalState::decoding,
                             goes_on ? ArrivalState::staged : ArrivalState::paused,
                             wanted ? now->reason : name_of(judgement));
    tx.audit(
        entry_about(goes_on ? "arrival.staged" : "arrival.paused", arrival.id, name_of(judgement)));
    return judgement;
  });
}

Result<> refuse(Context& context, const FeedPlan& plan, const store::ArrivalRef& arrival,
                const store::Reject& why) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    store::forget_remarks(tx, arrival.row);
    store::add_reject(tx, arrival.row, why);
    let_go(tx, plan.scope, arrival.row);
    store::set_arrival_state(tx, arrival.row, ArrivalState::decoding, ArrivalState::refused,
                             why.code);
    tx.audit(entry_about("arrival.refused", arrival.id, why.code));
    return {};
  });
}

Result<> quarantine(Context& context, const FeedPlan& plan, const store::Arrival& arrival,
                    const Refused& where) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    store::QuarantineEntry entry;
    entry.at = tx.now();
    const auto feed = store::read_feed(tx, plan.row);
    if (feed) entry.source = feed->source;
    entry.arrival = arrival.row;
    entry.sha256 = arrival.sha256;
    entry.line = where.line;
    entry.column = where.column;
    store::quarantine(tx, entry);
    if (arrival.replay_of) store::destroy_bytes(tx, arrival.replay_of);
    tx.audit(entry_about("arrival.quarantined", arrival.id, "mynumber"));
    return {};
  });
}

Result<> set_aside(Context& context, const store::ArrivalRef& arrival) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    store::forget_remarks(tx, arrival.row);
    store::add_reject(tx, arrival.row,
                      {0, "", std::string(adapter_died_reason),
                       "この受領を読むとアダプタが繰り返し止まります。提供元へ確認してください"});
    store::set_arrival_state(tx, arrival.row, ArrivalState::decoding, ArrivalState::paused,
                             adapter_died_reason);
    tx.audit(entry_about("arrival.paused", arrival.id, adapter_died_reason));
    return {};
  });
}

void take_up(store::Transaction& tx, std::string_view source, std::string_view by) {
  const auto known = store::find_source(tx, source);
  if (!known) return;
  for (const auto& arrival : store::list_open_arrivals(tx)) {
    if (arrival.state != ArrivalState::paused || arrival.reason != adapter_died_reason) continue;
    const auto feed = store::read_feed(tx, arrival.feed);
    if (!feed || feed->source != known->id) continue;
    store::set_arrival_state(tx, arrival.row, ArrivalState::paused, ArrivalState::received, "");
    auto entry = entry_about("arrival.taken_up", arrival.id);
    entry.actor = by;
    tx.audit(entry);
  }
}

Result<> settle_paused(Context& context, const base::ArrivalId& id, bool release,
                       std::string_view by) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto arrival = store::find_arrival(tx, id);
    const bool judged = arrival && arrival->reason != adapter_died_reason;
    const std::string_view released = judged ? released_reason : "";  // nobody saw what is in it
    const bool moved = arrival && store::set_arrival_state(
                                      tx, arrival->row, ArrivalState::paused,
                                      release ? ArrivalState::received : ArrivalState::discarded,
                                      release ? released : "discarded");
    if (!moved) return base::fail(base::Kind::conflict, "arrival " + id.text() + " is not paused");
    if (!release) let_go(tx, scope_of(tx, *context.book(), arrival->feed), arrival->row);
    auto entry = entry_about(release ? "arrival.released" : "arrival.discarded", id);
    entry.actor = by;
    tx.audit(entry);
    return {};
  });
}

Result<> accept_rejects(Context& context, const base::ArrivalId& id, std::string_view by) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto arrival = store::find_arrival(tx, id);
    const auto newest = arrival ? store::newest_applied(tx, arrival->feed) : std::nullopt;
    if (!newest || newest->id != id || newest->counts.rejects == 0 ||
        !keeps_bytes(scope_of(tx, *context.book(), newest->feed))) {
      return base::fail(base::Kind::conflict,
                        "arrival " + id.text() +
                            " is not the last of its feed that was applied with rejected rows");
    }
    store::set_arrival_state(tx, newest->row, ArrivalState::applied, ArrivalState::received,
                             rejects_accepted_reason);
    auto entry = entry_about("arrival.rejects_accepted", id);
    entry.actor = by;
    tx.audit(entry);
    return {};
  });
}

bool is_wanted(const store::Arrival& arrival) {
  return arrival.reason == released_reason || arrival.reason == rejects_accepted_reason;
}

Result<> give_up_decoding(Context& context, const store::ArrivalRef& arrival) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto now = store::read_arrival(tx, arrival.row);
    const bool wanted = now && is_wanted(*now);
    store::set_arrival_state(tx, arrival.row, ArrivalState::decoding, ArrivalState::received,
                             wanted ? now->reason : adapter_died_reason);
    tx.audit(entry_about("arrival.waits", arrival.id, adapter_died_reason));
    return {};
  });
}

}  // namespace hub::service
