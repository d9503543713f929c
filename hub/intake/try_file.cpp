#include "hub/intake/try_file.hpp"

#include "hub/adapter/supervisor.hpp"
#include "hub/intake/to_stager.hpp"
#include "hub/store/sources.hpp"
#include "hub/store/staging.hpp"

namespace hub::intake {
namespace {

using base::Result;

class FileInput final : public adapter::InputSource {
 public:
  explicit FileInput(const ReadFile& read) : read_(read) {}
  Result<std::size_t> read(std::span<std::uint8_t> buffer) override { return read_(buffer); }

 private:
  const ReadFile& read_;
};

Result<service::Judgement> judgement_of(service::Context& context, const service::FeedPlan& plan,
                                        const store::ArrivalCounts& counts,
                                        const std::string& order_key) {
  return context.db.read([&](store::Reader& reader) -> Result<service::Judgement> {
    const service::Before before{store::count_records(reader, plan.row),
                                 store::newest_order(reader, plan.row)};
    return service::judge(plan, before, counts, order_key);
  });
}

}  // namespace

Result<Tried> try_file(service::Context& context, const adapter::Launch& launch,
                       const service::FeedPlan& plan, std::int64_t size, const ReadFile& read) {
  adapter::Supervisor adapter(launch, context.clock, context.random);
  const store::ArrivalRef scratch{{}, base::ArrivalId::make(context.clock.now(), context.random)};
  Tried tried;
  service::Stager stager(context, plan, scratch);
  ToStager handler(stager, adapter);
  FileInput input(read);
  adapter::Delivery delivery;
  delivery.key = scratch.id.text();
  delivery.feed = plan.feed;
  delivery.received_at_ms = base::millis_of(context.clock.now());
  delivery.size = size;
  const auto summary = adapter.decode(delivery, input, handler);
  const auto finished = stager.finish();
  store::remove_staging(context.db.folder(), scratch.id);
  if (const auto refused = handler.refused()) {
    tried.refusal = store::Reject{refused->line, refused->column, "refused_number",
                                  "保持できない番号が含まれています。取り込むと隔離されます"};
    return tried;
  }
  if (!summary) return summary.error();
  if (!finished) return finished.error();
  if (summary->refusal) tried.refusal = reject_of(*summary->refusal);
  tried.counts = stager.staged().counts;
  tried.rejects = std::move(stager.staged().rejects);
  tried.warnings = std::move(stager.staged().warnings);
  const auto judgement = judgement_of(context, plan, tried.counts, summary->order_key);
  if (!judgement) return judgement.error();
  tried.judgement = *judgement;
  return tried;
}

}  // namespace hub::intake
