// A store into which deliveries come: their bytes kept whole, without a source that is configured.
#pragma once

#include "hub/crypto/bytes.hpp"
#include "hub/crypto/sha256.hpp"
#include "hub/store/arrivals.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::service {

class ArrivalFixture : public store::StoreFixture {
 protected:
  store::ArrivalRef arrive(store::FeedRow feed, std::string_view name, std::string_view bytes) {
    store::ArrivalRef ref;
    commit([&](store::Transaction& tx) {
      ref = store::begin_arrival(tx, feed, name);
      store::add_chunk(tx, ref.row, 0, store::seal_chunk(keys, ref.id, 0, bytes));
      store::complete_arrival(tx, ref.row, static_cast<std::int64_t>(bytes.size()),
                              crypto::sha256(crypto::bytes_of(bytes)));
    });
    return ref;
  }

  store::Arrival arrival(const store::ArrivalRef& ref) {
    return *look([&](store::Reader& reader) { return store::read_arrival(reader, ref.row); });
  }
};

}  // namespace hub::service
