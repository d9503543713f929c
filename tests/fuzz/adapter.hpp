// What the adapters' fuzz targets share. The first byte chooses the feed, the rest is delivered.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <string>

#include "tests/places.hpp"
#include "tsunagu/adapter.hpp"
#include "tsunagu/testing.hpp"

namespace tests {

/// What these do not name, its manifest would fill in as empty texts.
template <class Class>
tsunagu::testing::FakeHost fuzzed(tsunagu::Config::Settings settings = {}) {
  return tsunagu::testing::FakeHost(tsunagu::table_of<Class>(), std::move(settings),
                                    tests::in_source("/config/data"));
}

inline void decode_any(tsunagu::testing::FakeHost& host, std::initializer_list<const char*> feeds,
                       const std::uint8_t* data, std::size_t size) {
  if (size == 0) return;
  const char* feed = feeds.begin()[data[0] % feeds.size()];
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const tsunagu::testing::Decoded decoded = host.decode({feed, bytes});
  if (decoded.status != TSUNAGU_OK && decoded.status != TSUNAGU_REFUSED) std::abort();
}

}  // namespace tests
