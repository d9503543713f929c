#include "hub/crypto/keys.hpp"

#include <sodium.h>

#include <stdexcept>

namespace hub::crypto {
namespace {

constexpr auto purposes = static_cast<std::uint64_t>(Purpose::audit);

// `context` is eight characters, as crypto_kdf wants it.
Secret derive(const Secret& master, const char* context, std::uint64_t number) {
  if (master.bytes().size() != crypto_kdf_KEYBYTES)
    throw std::invalid_argument("a master secret has 32 bytes");
  std::array<std::uint8_t, 32> key;
  crypto_kdf_derive_from_key(key.data(), key.size(), number, context, master.bytes().data());
  Secret secret(key);
  sodium_memzero(key.data(), key.size());
  return secret;
}

std::vector<Secret> sealing_keys(const std::vector<Secret>& masters) {
  std::vector<Secret> keys;
  keys.reserve(masters.size());
  for (const Secret& master : masters)
    keys.push_back(derive(master, "tsn-seal", 1));
  return keys;
}

}  // namespace

Keys::Keys(const std::vector<Secret>& masters, base::Random& random)
    : sealer_(sealing_keys(masters), random),
      id_(to_hex(derive(masters.at(0), "tsn-name", 1).bytes().first(8))) {
  for (std::uint64_t purpose = 1; purpose <= purposes; ++purpose)
    tokens_.emplace_back(derive(masters.at(0), "tsn-tokn", purpose));
}

const TokenMaker& Keys::tokens(Purpose purpose) const {
  return tokens_.at(static_cast<std::size_t>(purpose) - 1);
}

}  // namespace hub::crypto
