#include "hub/crypto/signature.hpp"

#include <sodium.h>

#include <stdexcept>

namespace hub::crypto {

struct Signer::Pair {
  explicit Pair(ByteView seed) {
    if (seed.size() != crypto_sign_SEEDBYTES)
      throw std::invalid_argument("an Ed25519 seed has 32 bytes");
    crypto_sign_seed_keypair(public_key.data(), secret.data(), seed.data());
  }
  ~Pair() { sodium_memzero(secret.data(), secret.size()); }

  PublicKey public_key;
  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret;
};

Signer::Signer(ByteView seed) : Signer(Pair(seed)) {}

Signer::Signer(Pair pair) : public_key_(pair.public_key), secret_(pair.secret) {}

Signature Signer::sign(ByteView message) const {
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(),
                       secret_.bytes().data());
  return signature;
}

bool verify_signature(const PublicKey& key, ByteView message, ByteView signature) {
  return signature.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(signature.data(), message.data(), message.size(),
                                     key.data()) == 0;
}

}  // namespace hub::crypto
