// Keyed tokens: what stands in the tables instead of a name, a number or a birthday, so that they
// can be found but not read (keyed BLAKE2b). Each purpose has its own key, so a token of one table
// says nothing about another; each installation has its own, so two municipalities can't be joined.
#pragma once

#include <array>

#include "hub/crypto/secret.hpp"

namespace hub::crypto {

/// 64 bits, as SQLite stores integers: for blocking and search, where a rare false hit is weeded
/// out by looking inside.
using Token = std::int64_t;
/// 128 bits: where the token is the identity.
using WideToken = std::array<std::uint8_t, 16>;

/// Makes the tokens of one purpose. Immutable; any thread.
class TokenMaker {
 public:
  explicit TokenMaker(Secret key) : key_(std::move(key)) {}

  [[nodiscard]] Token token(std::string_view text) const;
  [[nodiscard]] WideToken wide(std::string_view text) const;

 private:
  Secret key_;
};

}  // namespace hub::crypto
