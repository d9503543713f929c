#include "hub/crypto/keys.hpp"

#include <sodium.h>

#include <stdexcept>

namespace hub::crypto {
namespace {

constexpr auto purposes = static_cast<std::uint64_t>(Purpose::api_key);

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

std::vector<Secret> derived_keys(const std::vector<Secret>& masters, const char* context) {
  if (masters.size() >= first_data_key)
    throw std::invalid_argument("a master key file has at most 15 lines");
  std::vector<Secret> keys;
  keys.reserve(masters.size());
  for (const Secret& master : masters)
    keys.push_back(derive(master, context, 1));
  return keys;
}

constexpr std::string_view wrapped_keys = "data_keys";

}  // namespace

Keys::Keys(const std::vector<Secret>& masters, base::Random& random)
    : sealer_(derived_keys(masters, "tsn-seal"), random),
      wrapper_(derived_keys(masters, "tsn-wrap"), random),
      random_(&random),
      id_(to_hex(derive(masters.at(0), "tsn-name", 1).bytes().first(8))) {
  for (std::uint64_t purpose = 1; purpose <= purposes; ++purpose)
    tokens_.emplace_back(derive(masters.at(0), "tsn-tokn", purpose));
}

const TokenMaker& Keys::tokens(Purpose purpose) const {
  return tokens_.at(static_cast<std::size_t>(purpose) - 1);
}

Secret Keys::make_data_key() const {
  std::array<std::uint8_t, 32> bytes;
  random_->fill(bytes);
  Secret key(bytes);
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

std::string Keys::wrap(KeyVersion version, const Secret& key) const {
  return wrapper_.seal({wrapped_keys, {}, version}, text_of(key.bytes()));
}

base::Result<Secret> Keys::unwrap(KeyVersion version, std::string_view wrapped) const {
  const auto opened = wrapper_.open({wrapped_keys, {}, version}, wrapped);
  if (!opened)
    return base::fail(base::Kind::conflict,
                      "data key " + std::to_string(version) + " was wrapped by line " +
                          std::to_string(Sealer::version_of(wrapped)) +
                          " of the master key file, and does not open with this file; put the "
                          "right key file in place");
  return Secret(bytes_of(opened->look_inside()));
}

}  // namespace hub::crypto
