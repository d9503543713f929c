#include "hub/service/stage.hpp"

#include <utility>

#include "hub/base/limits.hpp"
#include "hub/codec/typed.hpp"
#include "hub/service/prepare.hpp"

namespace hub::service {
namespace {

using base::Kind;
using base::Result;
using domain::RecordKind;

/// Of waiting records before one look at the store settles them.
constexpr std::size_t waiting_bytes_at_most = std::size_t{128} * 1024;

}  // namespace

Stager::Stager(Context& context, const FeedPlan& plan, const store::ArrivalRef& arrival)
    : context_(context),
      plan_(plan),
      admission_(context, plan),
      settling_(context, plan, arrival) {}

void Stager::reject(store::Reject reject) {
  ++staged_.counts.rejects;
  if (staged_.rejects.size() < base::limits::rejects_kept) {
    staged_.rejects.push_back(std::move(reject));
  }
}

void Stager::warn(store::Reject warning) {
  ++staged_.counts.warnings;
  if (staged_.warnings.size() < base::limits::rejects_kept) {
    staged_.warnings.push_back(std::move(warning));
  }
}

Result<> Stager::record(std::string_view json, std::int64_t line) {
  auto admitted = admission_.read(json, line);
  if (admitted.refused) {
    refused_ = std::move(admitted.refused);
    return base::fail(Kind::forbidden, "a number that may not be kept");
  }
  if (admitted.reject) {
    reject(std::move(*admitted.reject));
    return {};
  }
  ++staged_.counts.records;
  auto& record = *admitted.record;
  return record.kind() == RecordKind::removal ? stage_removal(record)
                                              : stage(std::move(record), admitted.json);
}

Result<> Stager::stage(codec::Record record, std::string_view json) {
  Checked checked;
  checked.staged.record = identify(context_, plan_, record, json);
  checked.record = std::move(record);
  checked.json = json;
  return wait(std::move(checked));
}

Result<> Stager::stage_removal(const codec::Record& record) {
  const auto target = codec::removal_of(record);
  Checked checked;
  checked.staged.removal = true;
  auto& incoming = checked.staged.record;
  incoming.feed = plan_.row;
  incoming.kind = number_of(target.target_kind);
  incoming.id = store::record_id(context_.db.keys(), plan_.row, incoming.kind, target.target_key);
  ++staged_.counts.removed;
  return wait(std::move(checked));
}

Result<> Stager::wait(Checked checked) {
  waiting_bytes_ += sizeof(Checked) + checked.json.size();
  waiting_.push_back(std::move(checked));
  return waiting_bytes_ < waiting_bytes_at_most ? Result<>() : hand_over();
}

/// One batch is settled while the next is read; where no thread is to be had, when it is asked for.
Result<> Stager::hand_over() {
  if (auto ended = end_settling(); !ended) return ended;
  waiting_bytes_ = 0;
  settled_ = std::async(std::launch::async | std::launch::deferred,
                        [this, batch = std::exchange(waiting_, {})]() mutable {
                          return settling_.settle(std::move(batch));
                        });
  return {};
}

Result<> Stager::end_settling() {
  return settled_.valid() ? settled_.get() : Result<>();
}

Result<> Stager::finish() {
  if (auto ended = end_settling(); !ended) return ended;
  if (auto settled = settling_.settle(std::exchange(waiting_, {})); !settled) return settled;
  const auto& counts = settling_.counts();
  staged_.counts.added = counts.added;
  staged_.counts.changed = counts.changed;
  staged_.counts.unchanged = counts.unchanged;
  staged_.consenting = std::move(settling_.consenting());
  return settling_.finish();
}

}  // namespace hub::service
