// Keeps a delivery's bytes as they came: hashed before anything decodes them, sealed, and
// acknowledged only when all of them are committed.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "hub/crypto/sha256.hpp"
#include "hub/service/context.hpp"
#include "hub/store/arrivals.hpp"

namespace hub::service {

/// One delivery; one thread. Neither completed nor abandoned: it is dropped at the next start.
class Keeping {
 public:
  explicit Keeping(Context& context) : context_(context) {}

  /// `name`: as the source gave it; it is sealed, for it may name a person.
  base::Result<> begin(store::FeedRow feed, std::string_view name);
  /// The next bytes, of any number.
  base::Result<> add(std::span<const std::uint8_t> block);
  /// Durable when it returns. `also` is written in the same transaction.
  base::Result<store::ArrivalRef> complete(
      const std::function<void(store::Transaction&)>& also = {});
  /// It did not come whole: what was kept of it goes, now or at the next start.
  void abandon();

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
