// Ed25519 (RFC 8032): the signature under a checkpoint of the audit chain. Whoever holds the public
// key can verify it, without any key of the hub.
#pragma once

#include <array>

#include "hub/crypto/secret.hpp"

namespace hub::crypto {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

class Signer {
 public:
  /// From a seed of 32 bytes.
  explicit Signer(ByteView seed);

  [[nodiscard]] Signature sign(ByteView message) const;
  [[nodiscard]] const PublicKey& public_key() const noexcept { return public_key_; }

 private:
  struct Pair;
  explicit Signer(Pair pair);
  PublicKey public_key_;
  Secret secret_;
};

bool verify_signature(const PublicKey& key, ByteView message, ByteView signature);

}  // namespace hub::crypto
