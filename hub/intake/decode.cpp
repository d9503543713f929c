#include "hub/intake/decode.hpp"

#include "hub/base/log.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/intake/kept_input.hpp"
#include "hub/intake/to_stager.hpp"
#include "hub/service/apply.hpp"
#include "hub/service/let_go.hpp"
#include "hub/service/protect.hpp"
#include "hub/service/receive.hpp"
#include "hub/service/register_brake.hpp"

namespace hub::intake {
namespace {

using base::Kind;
using base::Result;

void log_end(std::string_view event, const service::FeedPlan& plan, const store::Arrival& arrival,
             std::string_view reason) {
  base::log(base::Level::info, event,
            {{"source", plan.source},
             {"feed", plan.feed},
             {"arrival", arrival.id.text()},
             {"reason", reason}});
}

Ending ending_of(const service::FeedPlan& plan) {
  return service::keeps_bytes(plan.scope) ? Ending::settled : Ending::destroyed;
}

Result<Ending> refused(service::Context& context, const service::FeedPlan& plan,
                       const store::Arrival& arrival, const store::Reject& why) {
  log_end("arrival_refused", plan, arrival, why.code);
  const auto done = service::refuse(context, plan, {arrival.row, arrival.id}, why);
  if (!done) return done.error();
  return ending_of(plan);
}

Result<Ending> quarantined(service::Context& context, const service::FeedPlan& plan,
                           const store::Arrival& arrival, const service::Refused& where) {
  log_end("arrival_quarantined", plan, arrival, "refused_number");
  const auto done = service::quarantine(context, plan, arrival, where);
  if (!done) return done.error();
  return Ending::destroyed;
}

Result<Ending> set_aside(service::Context& context, const service::FeedPlan& plan,
                         const store::Arrival& arrival) {
  log_end("arrival_paused", plan, arrival, service::adapter_died_reason);
  const auto done = service::set_aside(context, {arrival.row, arrival.id});
  if (!done) return done.error();
  store::remove_staging(context.db.folder(), arrival.id);
  return Ending::settled;
}

Result<Ending> failed(service::Context& context, const service::FeedPlan& plan,
                      const store::Arrival& arrival, const base::Failure& failure) {
  switch (failure.kind()) {
    case Kind::invalid:
      return set_aside(context, plan, arrival);
    case Kind::unsupported:
      return refused(context, plan, arrival,
                     {0, "", "no_such_feed", "アダプタにこのフィードがありません"});
    default:
      break;
  }
  base::log(base::Level::warning, "arrival_waits",
            {{"source", plan.source},
             {"arrival", arrival.id.text()},
             {"reason", base::name_of(failure.kind())}});
  const auto given = service::give_up_decoding(context, {arrival.row, arrival.id});
  if (!given) return given.error();
  return Ending::try_again;
}

Result<Ending> apply(service::Context& context, const service::FeedPlan& plan,
                     const store::ArrivalRef& ref, service::Stager& stager,
                     const service::Stopping& stopping) {
  const auto arrival =
      context.db.read([&](store::Reader& reader) -> Result<std::optional<store::Arrival>> {
        return store::read_arrival(reader, ref.row);
      });
  if (!arrival || !*arrival) return base::fail(Kind::internal, "an arrival is gone");
  service::Applying applying(context, plan, **arrival, stager.staged().consenting, stopping);
  if (auto applied = applying.run(); !applied) return applied.error();
  log_end("arrival_applied", plan, **arrival, "");
  return ending_of(plan);
}

adapter::Delivery delivery_of(const service::FeedPlan& plan, const store::Arrival& arrival) {
  adapter::Delivery delivery;
  delivery.key = crypto::to_hex(arrival.sha256);
  delivery.feed = plan.feed;
  delivery.received_at_ms = base::millis_of(arrival.received_at);
  delivery.size = arrival.size;
  return delivery;
}

/// The name as it came, which an adapter may want for the order of files.
Result<std::string> name_of(service::Context& context, const store::ArrivalRef& ref) {
  return context.db.read([&](store::Reader& reader) -> Result<std::string> {
    return std::string(store::read_name(reader, ref).look_inside());
  });
}

struct KeptBytes {
  store::ArrivalRef at;
  bool gone = false;  ///< they were erased since
};

Result<KeptBytes> bytes_of(service::Context& context, const store::Arrival& arrival) {
  return context.db.read([&](store::Reader& reader) -> Result<KeptBytes> {
    const auto at = store::bytes_of(reader, arrival);
    return KeptBytes{at, arrival.size > 0 && !store::read_chunk(reader, at, 0)};
  });
}

Result<service::RegisterFile> read_kept_register(service::Context& context,
                                                 const profile::Feed& feed,
                                                 const store::ArrivalRef& arrival) {
  tsunagu::text::EncodingSet encodings;
  for (const auto& name : feed.encodings) {
    if (const auto encoding = tsunagu::text::encoding_named(name)) encodings.add(*encoding);
  }
  KeptInput input(context, arrival);
  std::vector<std::uint8_t> block(store::chunk_bytes);
  std::optional<base::Failure> broken;
  auto file = service::read_register(
      [&]() -> std::string_view {
        const auto got = input.read(block);
        if (!got) broken = got.error();
        return got ? crypto::text_of({block.data(), *got}) : std::string_view();
      },
      encodings);
  if (broken) return *broken;
  return file;
}

}  // namespace

Result<Ending> decode_and_apply(service::Context& context, adapter::Supervisor& adapter,
                                const service::FeedPlan& plan, const store::Arrival& arrival,
                                bool released, const service::Stopping& stopping) {
  const auto begun = service::begin_decoding(context, plan, arrival);
  if (!begun) return begun.error();
  if (!*begun) return ending_of(plan);
  const store::ArrivalRef ref{arrival.row, arrival.id};
  const auto bytes = bytes_of(context, arrival);
  if (!bytes) return bytes.error();
  if (bytes->gone) {
    return refused(context, plan, arrival,
                   {0, "", "bytes_gone", "届いたときの内容は、もう保管されていません"});
  }
  auto name = name_of(context, bytes->at);
  if (!name) return name.error();
  service::Stager stager(context, plan, ref);
  stager.stand_for(arrival.replay_of);
  ToStager handler(stager, adapter);
  KeptInput input(context, bytes->at);
  auto delivery = delivery_of(plan, arrival);
  delivery.name = std::move(*name);
  const auto summary = adapter.decode(delivery, input, handler);
  if (const auto where = handler.refused()) return quarantined(context, plan, arrival, *where);
  if (!summary) return failed(context, plan, arrival, summary.error());
  if (summary->refusal) {
    if (summary->refusal->code == tsunagu::my_number_code) {
      return quarantined(
          context, plan, arrival,
          {static_cast<std::int64_t>(summary->refusal->line), summary->refusal->column});
    }
    return refused(context, plan, arrival, reject_of(*summary->refusal));
  }
  const auto manifest = adapter.manifest();
  const auto& order = plan.order == service::FeedOrder::name ? delivery.name : summary->order_key;
  const service::DecodeEnd end{order, manifest ? manifest->version : "", released};
  const auto judgement = service::end_decoding(context, plan, ref, stager, end);
  if (!judgement) return judgement.error();
  if (*judgement == service::Judgement::apply) return apply(context, plan, ref, stager, stopping);
  store::remove_staging(context.db.folder(), arrival.id);  // released, it is decoded anew
  log_end("arrival_paused", plan, arrival, service::name_of(*judgement));
  return Ending::settled;
}

Result<Ending> apply_register_file(service::Context& context, const service::FeedPlan& plan,
                                   const profile::Feed& feed, const store::Arrival& arrival,
                                   bool released) {
  const auto begun = service::begin_decoding(context, plan, arrival);
  if (!begun) return begun.error();
  if (!*begun) return ending_of(plan);
  const store::ArrivalRef ref{arrival.row, arrival.id};
  const auto name = name_of(context, ref);
  if (!name) return name.error();
  const auto file = read_kept_register(context, feed, ref);
  if (!file) return file.error();
  if (file->refusal && file->refusal->code == tsunagu::my_number_code) {
    return quarantined(context, plan, arrival, {file->refusal->line, file->refusal->column});
  }
  if (file->refusal) return refused(context, plan, arrival, *file->refusal);
  const auto order = service::register_order(*name);
  const auto judged = context.db.read([&](store::Reader& reader) -> Result<service::Judgement> {
    return service::judge_register(reader, context, plan, *file, order);
  });
  if (!judged) return judged.error();
  const bool waits = !released && *judged != service::Judgement::apply;
  const auto done = waits ? service::pause_register(context, ref, *file, *judged, order)
                          : service::apply_register(context, plan, ref, *file, order);
  if (!done) return done.error();
  log_end(waits ? "register_paused" : "register_applied", plan, arrival,
          waits ? service::name_of(*judged) : "");
  return waits ? Ending::settled : ending_of(plan);
}

}  // namespace hub::intake
