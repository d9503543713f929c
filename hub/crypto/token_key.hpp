// The public key of who issues access tokens, good for one algorithm (RFC 8725, 3.1: the key says
// which, never the token). On OpenSSL; Debian's JOSE libraries accept what must be refused.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "hub/base/result.hpp"
#include "hub/crypto/bytes.hpp"

namespace hub::crypto {

/// RFC 7518, 3.1 and RFC 8037: RSASSA-PKCS1-v1_5 with SHA-256, ECDSA on P-256 with SHA-256,
/// Ed25519.
enum class TokenAlgorithm : std::uint8_t { rs256, es256, eddsa };

/// RS256, ES256, EdDSA.
std::string_view name_of(TokenAlgorithm algorithm) noexcept;
std::optional<TokenAlgorithm> token_algorithm_from(std::string_view name) noexcept;

/// Immutable; any thread.
class TokenKey {
 public:
  /// Big-endian, as a JWK has them. `invalid` for a modulus of fewer than 2048 or more than 8192
  /// bits, or an even or small exponent.
  static base::Result<TokenKey> rsa(std::string_view modulus, std::string_view exponent);
  /// Two coordinates of 32 bytes; `invalid` where they are no point of the curve.
  static base::Result<TokenKey> p256(std::string_view x, std::string_view y);
  /// 32 bytes.
  static base::Result<TokenKey> ed25519(std::string_view x);

  [[nodiscard]] TokenAlgorithm algorithm() const noexcept { return algorithm_; }
  /// The signature has exactly the length of its algorithm (and key).
  [[nodiscard]] bool verifies(std::string_view text, std::string_view signature) const;

 private:
  TokenKey(TokenAlgorithm algorithm, std::shared_ptr<void> key, std::size_t signature_bytes)
      : algorithm_(algorithm), key_(std::move(key)), signature_bytes_(signature_bytes) {}

  TokenAlgorithm algorithm_;
  std::shared_ptr<void> key_;  // EVP_PKEY
  std::size_t signature_bytes_;
};

}  // namespace hub::crypto
