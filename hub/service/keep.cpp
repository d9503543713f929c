#include "hub/service/keep.hpp"

#include "hub/base/log.hpp"
#include "hub/service/entry.hpp"

namespace hub::service {
namespace {

using base::Result;

audit::Entry kept(std::string_view action, const store::ArrivalRef& arrival) {
  return entry_of(system_actor, action, "arrival/" + arrival.id.text());
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

Result<> Keeping::add(std::span<const std::uint8_t> bytes) {
  hash_.add(bytes);
  size_ += static_cast<std::int64_t>(bytes.size());
  buffer_.append(crypto::text_of(bytes));
  while (buffer_.size() >= store::chunk_bytes) {
    if (auto done = keep_chunk(std::string_view(buffer_).substr(0, store::chunk_bytes)); !done) {
      return done;
    }
    buffer_.erase(0, store::chunk_bytes);
  }
  return {};
}

Result<> Keeping::keep_chunk(std::string_view bytes) {
  const auto part = parts_++;
  const auto sealed = store::seal_chunk(context_.db.keys(), arrival_.id, part, bytes);
  return context_.db.write([&](store::Transaction& tx) -> Result<> {
    store::add_chunk(tx, arrival_.row, part, sealed);
    tx.audit(kept("arrival.piece_kept", arrival_));
    return {};
  });
}

Result<store::ArrivalRef> Keeping::complete(const std::function<void(store::Transaction&)>& also) {
  if (!buffer_.empty()) {
    if (auto done = keep_chunk(buffer_); !done) return done.error();
  }
  const auto digest = hash_.finish();
  return context_.db.write([&](store::Transaction& tx) -> Result<store::ArrivalRef> {
    store::complete_arrival(tx, arrival_.row, size_, digest);
    if (also) also(tx);
    tx.audit(kept("arrival.kept", arrival_));
    return arrival_;
  });
}

void Keeping::abandon() {
  if (!arrival_.row) return;
  const auto dropped = context_.db.write([&](store::Transaction& tx) -> Result<> {
    store::drop_half_kept(tx, arrival_.row);
    tx.audit(kept("arrival.abandoned", arrival_));
    return {};
  });
  if (!dropped) {
    base::log(base::Level::warning, "half_kept_arrival_stays",
              {{"arrival", arrival_.id.text()},
               {"reason", base::name_of(dropped.error().kind())},
               {"what_to_do", "nothing: it goes at the next start"}});
  }
}

}  // namespace hub::service
