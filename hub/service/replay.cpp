#include "hub/service/replay.hpp"

#include <algorithm>

#include "hub/service/entry.hpp"

namespace hub::service {
namespace {

using base::Kind;
using base::Result;
using store::Arrival;

bool is_waiting(store::Reader& reader, store::FeedRow feed) {
  const auto open = store::list_open_arrivals(reader);
  return std::any_of(open.begin(), open.end(), [feed](const Arrival& arrival) {
    return arrival.feed == feed && arrival.replay_of;
  });
}

/// Older ones than the last that was applied say nothing any more where each is whole.
void keep_the_last_whole(store::Reader& reader, const FeedPlan& plan, std::vector<Arrival>& kept) {
  if (plan.mode != FeedMode::full || kept.empty()) return;
  kept.erase(kept.begin(), kept.end() - 1);
  const auto newest = store::newest_applied(reader, plan.row);
  if (newest && store::origin_of(reader, newest->row) > kept.front().row) kept.clear();
}

std::vector<Arrival> chosen_of(store::Reader& reader, const FeedPlan& plan, const ReplayWish& wish,
                               store::ArrivalRow from) {
  auto kept = store::list_kept_of_feed(reader, plan.row);
  std::erase_if(kept, [&](const Arrival& arrival) {
    return arrival.row < from || (wish.since && arrival.received_at < *wish.since);
  });
  keep_the_last_whole(reader, plan, kept);
  return kept;
}

base::ArrivalId replay_one(store::Transaction& tx, const Arrival& arrival, std::string_view by) {
  const auto again = store::begin_replay(tx, arrival);
  auto entry = entry_of(by, "arrival.replayed", "arrival/" + again.id.text());
  entry.objects.push_back("arrival/" + arrival.id.text());
  tx.audit(entry);
  return again.id;
}

/// The delivery from which on; of a replay, the one that it stands for.
Result<Arrival> first_of(store::Reader& reader, const std::vector<FeedPlan>& feeds,
                         const base::ArrivalId& id) {
  auto arrival = store::find_arrival(reader, id);
  const bool known = arrival && std::any_of(feeds.begin(), feeds.end(), [&](const FeedPlan& plan) {
                       return plan.row == arrival->feed;
                     });
  if (!known)
    return base::fail(Kind::not_found, "no arrival " + id.text() + "; see `arrival list`");
  arrival->row = store::origin_of(reader, arrival->row);
  return *arrival;
}

}  // namespace

Result<std::vector<base::ArrivalId>> replay(Context& context, const std::vector<FeedPlan>& feeds,
                                            const ReplayWish& wish, std::string_view by) {
  return context.db.write([&](store::Transaction& tx) -> Result<std::vector<base::ArrivalId>> {
    std::optional<Arrival> from;
    if (wish.from) {
      auto first = first_of(tx, feeds, *wish.from);
      if (!first) return first.error();
      from = std::move(*first);
    }
    std::vector<base::ArrivalId> out;
    for (const auto& plan : feeds) {
      if (from && from->feed != plan.row) continue;
      if (is_waiting(tx, plan.row))
        return base::fail(Kind::conflict, "an earlier replay of the source is not over");
      for (const auto& arrival : chosen_of(tx, plan, wish, from ? from->row : store::ArrivalRow()))
        out.push_back(replay_one(tx, arrival, by));
    }
    if (out.empty())
      return base::fail(Kind::not_found, "nothing that could be read again is kept since then");
    return out;
  });
}

bool is_superseded(store::Reader& reader, const Arrival& replay) {
  const auto newest = store::newest_applied(reader, replay.feed);
  return newest && newest->row > replay.row;
}

}  // namespace hub::service
