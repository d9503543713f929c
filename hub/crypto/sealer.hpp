// Sealed bytes: XChaCha20-Poly1305, bound to the place they belong to, so that a sealed field moved
// to another row does not open. Without the key the files show no person.
#pragma once

#include <array>
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

/// One key for each version that was ever current; new seals use the last. Any thread.
class Sealer {
 public:
  /// keys[0] is version 1. The source of nonces must outlive the sealer.
  Sealer(std::vector<Secret> keys, base::Random& random);

  [[nodiscard]] std::string seal(const Place& place, std::string_view plain) const;
  /// `corrupt` where a byte changed, the place is another, or the key is not ours.
  [[nodiscard]] base::Result<Opened> open(const Place& place, std::string_view sealed) const;

 private:
  std::vector<Secret> keys_;
  base::Random& random_;
};

}  // namespace hub::crypto
