// Sealed bytes: XChaCha20-Poly1305, bound to the place they belong to, so that a sealed field moved
// to another row does not open. Without the key the files show no person.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "hub/base/random.hpp"
#include "hub/base/result.hpp"
#include "hub/crypto/secret.hpp"

namespace hub::crypto {

/// Where sealed bytes belong: a kind of row and the row's identity. It is authenticated, not
/// stored. Both views must outlive the call only.
struct Place {
  std::string_view table;
  std::string_view row;
  std::int64_t part = 0;
};

/// What came out of a seal. It can't be printed or copied, and it is wiped when it goes.
class Opened {
 public:
  explicit Opened(std::string text) : text_(std::move(text)) {}
  Opened(Opened&& other) noexcept : text_(std::exchange(other.text_, {})) {}
  Opened& operator=(Opened&& other) noexcept;
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  ~Opened() { wipe(text_); }

  /// Only store, codec, normalize and linkage look inside; the architecture test lists who.
  [[nodiscard]] std::string_view look_inside() const noexcept { return text_; }

 private:
  std::string text_;
};

std::ostream& operator<<(std::ostream&, const Opened&) = delete;

/// Version byte, 24 bytes of nonce, the text, 16 bytes of tag.
inline constexpr std::size_t seal_overhead = 1 + 24 + 16;

/// The version of a key, the first byte of what it sealed.
using KeyVersion = std::uint8_t;

/// A key for each version that something may still be sealed with; new seals use one of them. Keys
/// come by and by: those of the master file at first, data keys as the store tells them. Any
/// thread.
class Sealer {
 public:
  /// keys[0] is version 1; new seals use the last. The source of nonces must outlive the sealer.
  Sealer(std::vector<Secret> keys, base::Random& random);
  ~Sealer();
  Sealer(Sealer&&) noexcept;
  Sealer& operator=(Sealer&&) noexcept;

  /// Opens what bears that version from now on. A key stays in memory until the sealer goes: who
  /// read a row a moment ago may still open it.
  void hold(KeyVersion version, Secret key) const;
  /// New seals bear that version, which is held.
  void use(KeyVersion version) const;
  [[nodiscard]] KeyVersion version() const noexcept;
  /// Of what is sealed; 0 of what is empty.
  [[nodiscard]] static KeyVersion version_of(std::string_view sealed) noexcept {
    return sealed.empty() ? KeyVersion{0} : static_cast<KeyVersion>(sealed[0]);
  }

  [[nodiscard]] std::string seal(const Place& place, std::string_view plain) const;
  /// What was sealed with another key than new seals are, sealed anew; else nothing. Throws where
  /// it does not open: nothing would be left of it.
  [[nodiscard]] std::optional<std::string> renewed(const Place& place,
                                                   std::string_view sealed) const;
  /// `corrupt` where a byte changed, the place is another, or the key is not ours.
  [[nodiscard]] base::Result<Opened> open(const Place& place, std::string_view sealed) const;

 private:
  struct Ring;
  std::unique_ptr<Ring> ring_;
  base::Random* random_;
};

}  // namespace hub::crypto
