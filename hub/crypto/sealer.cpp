#include "hub/crypto/sealer.hpp"

#include <sodium.h>

#include <atomic>
#include <mutex>
#include <stdexcept>

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

/// Read without a lock; whoever reads a key's address may use it as long as the ring lives.
struct Sealer::Ring {
  std::array<std::atomic<const Secret*>, 256> keys{};
  std::atomic<KeyVersion> current{0};
  std::mutex mutex;
  std::vector<std::unique_ptr<const Secret>> held;
};

Sealer::Sealer(std::vector<Secret> keys, base::Random& random)
    : ring_(std::make_unique<Ring>()), random_(&random) {
  KeyVersion version = 0;
  for (Secret& key : keys)
    hold(++version, std::move(key));
  if (version > 0) use(version);
}

Sealer::~Sealer() = default;
Sealer::Sealer(Sealer&&) noexcept = default;
Sealer& Sealer::operator=(Sealer&&) noexcept = default;

void Sealer::hold(KeyVersion version, Secret key) const {
  const std::lock_guard lock(ring_->mutex);
  ring_->held.push_back(std::make_unique<const Secret>(std::move(key)));
  ring_->keys[version].store(ring_->held.back().get(), std::memory_order_release);
}

void Sealer::use(KeyVersion version) const {
  if (ring_->keys[version].load() == nullptr)
    throw std::logic_error("no key of version " + std::to_string(version) + " is held");
  ring_->current.store(version, std::memory_order_release);
}

KeyVersion Sealer::version() const noexcept {
  return ring_->current.load(std::memory_order_acquire);
}

std::string Sealer::seal(const Place& place, std::string_view plain) const {
  std::string sealed(plain.size() + seal_overhead, '\0');
  const KeyVersion now = version();
  const Secret& key = *ring_->keys[now].load(std::memory_order_acquire);
  sealed[0] = static_cast<char>(now);
  random_->fill({at(sealed, 1), nonce_bytes});
  const std::string extra = associated(place);
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      at(sealed, 1 + nonce_bytes), nullptr, bytes_of(plain).data(), plain.size(),
      bytes_of(extra).data(), extra.size(), nullptr, at(sealed, 1), key.bytes().data());
  return sealed;
}

base::Result<Opened> Sealer::open(const Place& place, std::string_view sealed) const {
  using base::fail;
  using base::Kind;
  if (sealed.size() < seal_overhead) return fail(Kind::corrupt, "a sealed field is too short");
  const KeyVersion version = version_of(sealed);
  const Secret* const key = ring_->keys[version].load(std::memory_order_acquire);
  if (key == nullptr)
    return fail(Kind::corrupt, "a sealed field names key version " + std::to_string(version) +
                                   ", which neither the key file nor the store holds");
  const std::string extra = associated(place);
  const ByteView bytes = bytes_of(sealed);
  std::string plain(sealed.size() - seal_overhead, '\0');
  const int status = crypto_aead_xchacha20poly1305_ietf_decrypt(
      at(plain, 0), nullptr, nullptr, bytes.data() + 1 + nonce_bytes,
      sealed.size() - 1 - nonce_bytes, bytes_of(extra).data(), extra.size(), bytes.data() + 1,
      key->bytes().data());
  if (status != 0)
    return fail(Kind::corrupt, "a sealed field of " + std::string(place.table) +
                                   " does not open: changed, moved or of another key");
  return Opened(std::move(plain));
}

std::optional<std::string> Sealer::renewed(const Place& place, std::string_view sealed) const {
  if (sealed.empty() || version_of(sealed) == version()) return std::nullopt;
  const auto opened = open(place, sealed);
  if (!opened) throw std::runtime_error(opened.error().text());
  return seal(place, opened->look_inside());
}

}  // namespace hub::crypto
