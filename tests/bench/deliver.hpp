// Records brought to a hub of the bench's own process as the intake brings them.
#pragma once

#include <string>
#include <vector>

#include "hub/service/apply.hpp"
#include "hub/service/keep.hpp"
#include "hub/service/receive.hpp"
#include "hub/service/stage.hpp"
#include "hub/store/sources.hpp"
#include "tests/bench/hub_in_process.hpp"

namespace bench {

/// The protection register is there and recent, and protects nobody.
inline void fresh_register(hub::service::Context& context) {
  const auto source = context.book()->profile.municipality.protection_register.source.code;
  must(context.db.write([&](hub::store::Transaction& tx) -> hub::base::Result<> {
    hub::store::mark_applied(tx, hub::store::ensure_feed(tx, source, "register"), "");
    tx.audit(step());
    return {};
  }));
}

inline hub::service::FeedPlan plan_of(hub::service::Context& context, const std::string& code) {
  const auto book = context.book();
  const auto* source = hub::profile::find_source(book->profile, code);
  hub::service::FeedPlan plan;
  plan.source = source->code;
  plan.feed = source->feeds.front().name;
  plan.owner = source->owner.code;
  plan.field = source->field.code;
  plan.lgcode5 = book->profile.municipality.code.substr(0, 5);
  plan.scope = source->scope;
  plan.mode = hub::service::FeedMode::delta;
  plan.row = must(
      context.db.write([&](hub::store::Transaction& tx) -> hub::base::Result<hub::store::FeedRow> {
        tx.audit(step());
        return hub::store::ensure_feed(tx, plan.source, plan.feed);
      }));
  return plan;
}

/// One delivery of that source.
inline void deliver(hub::service::Context& context, const std::string& source,
                    const std::vector<std::string>& records) {
  using hub::store::Arrival;
  const auto plan = plan_of(context, source);
  hub::service::Keeping keeping(context);
  must(keeping.begin(plan.row, "bench"));
  must(keeping.add(hub::crypto::bytes_of(records.front())));
  const auto ref = must(keeping.complete());
  const auto arrival = [&] {
    return must(context.db.read([&](hub::store::Reader& reader) -> hub::base::Result<Arrival> {
      return *hub::store::read_arrival(reader, ref.row);
    }));
  };
  must(hub::service::begin_decoding(context, plan, arrival()));
  hub::service::Stager stager(context, plan, ref);
  std::int64_t line = 0;
  for (const auto& one : records)
    must(stager.record(one, ++line));
  must(hub::service::end_decoding(context, plan, ref, stager, {"", "1", true}));
  const auto staged = arrival();
  hub::service::Applying applying(context, plan, staged, stager.staged().consenting);
  must(applying.run());
}

}  // namespace bench
