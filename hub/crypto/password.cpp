#include "hub/crypto/password.hpp"

#include <sodium.h>

#include <array>
#include <new>

#include "hub/crypto/bytes.hpp"

namespace hub::crypto {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t{19} * 1024 * 1024;
constexpr std::size_t salt_bytes = crypto_pwhash_SALTBYTES;
constexpr std::size_t hash_bytes = 32;

using Hash = std::array<std::uint8_t, hash_bytes>;

Hash hash_of(std::string_view password, ByteView salt) {
  Hash hash;
  const int done = crypto_pwhash(hash.data(), hash.size(), password.data(), password.size(),
                                 salt.data(), passes, memory, crypto_pwhash_ALG_ARGON2ID13);
  if (done != 0) throw std::bad_alloc();
  return hash;
}

}  // namespace

std::string password_verifier(std::string_view password, base::Random& random) {
  std::array<std::uint8_t, salt_bytes> salt;
  random.fill(salt);
  const Hash hash = hash_of(password, salt);
  return std::string(text_of(salt)).append(text_of(hash));
}

bool fits_password(std::string_view verifier, std::string_view password) {
  if (verifier.size() != salt_bytes + hash_bytes) return false;
  const Hash hash = hash_of(password, bytes_of(verifier.substr(0, salt_bytes)));
  return equal_in_constant_time(hash, bytes_of(verifier.substr(salt_bytes)));
}

void pretend_to_compare(std::string_view password) {
  constexpr std::array<std::uint8_t, salt_bytes> salt{};
  static_cast<void>(hash_of(password, salt));
}

}  // namespace hub::crypto
