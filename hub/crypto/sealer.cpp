#include "hub/crypto/sealer.hpp"

#include <sodium.h>

#include <cstring>

namespace hub::crypto {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(seal_overhead == 1 + nonce_bytes + tag_bytes);

// Length-prefixed, so that no two places share their bytes.
std::string associated(const Place& place) {
  std::string bytes;
  bytes.reserve(place.table.size() + place.row.size() + 1 + sizeof place.part);
  bytes.push_back(static_cast<char>(place.table.size()));
  bytes.append(place.table).append(place.row);
  bytes.append(reinterpret_cast<const char*>(&place.part), sizeof place.part);
  return bytes;
}

unsigned char* at(std::string& text, std::size_t offset) {
  return reinterpret_cast<unsigned char*>(text.data()) + offset;
}

}  // namespace

Opened& Opened::operator=(Opened&& other) noexcept {
  if (this != &other) {
    wipe(text_);
    text_ = std::exchange(other.text_, {});
  }
  return *this;
}

Sealer::Sealer(std::vector<Secret> keys, base::Random& random)
    : keys_(std::move(keys)), random_(random) {}

std::string Sealer::seal(const Place& place, std::string_view plain) const {
  std::string sealed(plain.size() + seal_overhead, '\0');
  sealed[0] = static_cast<char>(keys_.size());
  random_.fill({at(sealed, 1), nonce_bytes});
  const std::string extra = associated(place);
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      at(sealed, 1 + nonce_bytes), nullptr, bytes_of(plain).data(), plain.size(),
      bytes_of(extra).data(), extra.size(), nullptr, at(sealed, 1), keys_.back().bytes().data());
  return sealed;
}

base::Result<Opened> Sealer::open(const Place& place, std::string_view sealed) const {
  using base::fail;
  using base::Kind;
  if (sealed.size() < seal_overhead) return fail(Kind::corrupt, "a sealed field is too short");
  const auto version = static_cast<unsigned char>(sealed[0]);
  if (version == 0 || version > keys_.size())
    return fail(Kind::corrupt, "a sealed field names key version " + std::to_string(version) +
                                   ", which the key file does not hold");
  const std::string extra = associated(place);
  const ByteView bytes = bytes_of(sealed);
  std::string plain(sealed.size() - seal_overhead, '\0');
  const int status = crypto_aead_xchacha20poly1305_ietf_decrypt(
      at(plain, 0), nullptr, nullptr, bytes.data() + 1 + nonce_bytes,
      sealed.size() - 1 - nonce_bytes, bytes_of(extra).data(), extra.size(), bytes.data() + 1,
      keys_[version - 1u].bytes().data());
  if (status != 0)
    return fail(Kind::corrupt, "a sealed field of " + std::string(place.table) +
                                   " does not open: changed, moved or of another key");
  return Opened(std::move(plain));
}

}  // namespace hub::crypto
