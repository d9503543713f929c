// What a row tells stands aside, in a table of its own; the chain holds a salted hash of it. So the
// contents can be erased when their time is over (個人情報保護法22条), the chain stays whole, and
// without the salt nobody can try out what they were.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hub/base/random.hpp"

namespace hub::audit {

using Salt = std::array<std::uint8_t, 16>;

/// `bytes`: an entry in its canonical form; borrowed.
struct Contents {
  Salt salt{};
  std::string_view bytes;
};

Salt fresh_salt(base::Random& random);

/// What the chain holds of these contents: a version byte, then SHA-256 over salt and bytes, each
/// behind its length in eight bytes, and this digest behind its own.
std::string committed(const Contents& contents);

/// Rows of the first schema hold their entry itself, and have no contents aside.
bool is_inline(std::string_view body) noexcept;

/// Whether the row is about these contents.
bool holds(std::string_view body, const Contents& contents);

}  // namespace hub::audit
