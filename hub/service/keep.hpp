// Keeps a delivery's bytes as they came: hashed before anything decodes them, sealed, and
// acknowledged only when all of them are committed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "hub/crypto/sha256.hpp"
#include "hub/service/context.hpp"
#include "hub/store/arrivals.hpp"

namespace hub::service {

/// One delivery; one thread. Not completed: what was kept of it is dropped at the next start.
class Keeping {
 public:
  explicit Keeping(Context& context) : context_(context) {}

  /// `name`: as the source gave it; it is sealed, for it may name a person.
  base::Result<> begin(store::FeedRow feed, std::string_view name);
  /// The next bytes, of any number.
  base::Result<> add(std::span<const std::uint8_t> block);
  /// Durable when it returns.
  base::Result<store::ArrivalRef> complete();

  /// Of what was added.
  [[nodiscard]] std::int64_t size() const noexcept { return size_; }

 private:
  base::Result<> keep_chunk(std::string_view bytes);

  Context& context_;
  store::ArrivalRef arrival_;
  std::string buffer_;
  crypto::Sha256 hash_;
  std::int64_t size_ = 0;
  std::int64_t parts_ = 0;
};

}  // namespace hub::service
