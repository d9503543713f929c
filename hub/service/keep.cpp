#include "hub/service/keep.hpp"

#include "hub/audit/entry.hpp"

namespace hub::service {
namespace {

using base::Result;

audit::Entry kept(std::string_view action, const store::ArrivalRef& arrival) {
  audit::Entry entry;
  entry.actor = "system";
  entry.action = action;
  entry.objects = {"arrival/" + arrival.id.text()};
  return entry;
}

}  // namespace

Result<> Keeping::begin(store::FeedRow feed, std::string_view name) {
  auto begun = context_.db.write([&](store::Transaction& tx) -> Result<store::ArrivalRef> {
    const auto arrival = store::begin_arrival(tx, feed, name);
    tx.audit(kept("arrival.begun", arrival));
    return arrival;
  });
  if (!begun) return begun.error();
  arrival_ = *begun;
  return {};
}

Result<> Keeping::add(std::span<const std::uint8_t> block) {
  hash_.add(block);
  size_ += static_cast<std::int64_t>(block.size());
  const auto part = parts_++;
  const auto sealed =
      store::seal_chunk(context_.db.keys(), arrival_.id, part, crypto::text_of(block));
  return context_.db.write([&](store::Transaction& tx) -> Result<> {
    store::add_chunk(tx, arrival_.row, part, sealed);
    return {};
  });
}

Result<store::ArrivalRef> Keeping::complete() {
  const auto digest = hash_.finish();
  return context_.db.write([&](store::Transaction& tx) -> Result<store::ArrivalRef> {
    store::complete_arrival(tx, arrival_.row, size_, digest);
    tx.audit(kept("arrival.kept", arrival_));
    return arrival_;
  });
}

}  // namespace hub::service
