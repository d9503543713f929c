// Tokens under which a record can be found. The lowest four bits say of what kind a token is, so
// that a record's row tells which of its tokens are numbers and which an address, without opening
// its body; 60 bits of keyed hash remain.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "hub/crypto/keys.hpp"

namespace hub::service {

/// Stored in tokens: never change a number. 6 and 7 were bigrams of names, which refresh_facts
/// takes away.
enum class MatchKind : std::uint8_t {
  person_record = 1,     ///< the person record itself, and every record about that person
  number = 2,            ///< (system, number): deterministic
  consent = 3,           ///< consent records about that person, besides person_record
  search = 4,            ///< under what an officer finds a person record (search_tokens.hpp)
  household_number = 5,  ///< (system, 世帯番号)
  kana_day = 8,          ///< kana and birthday alone: what the protection register knows of people
  consultation = 9,      ///< the consultation record itself, and every concern that names it
  block = 10,            ///< what brings two records together to be compared (blocks.hpp)
  house = 11,            ///< 団体コード, 町字, 番地 (home_keys.hpp)
  room = 12,             ///< and the room
  housemate = 13,  ///< the person record of whom a hint says that they live with whom it is about
};

constexpr std::int64_t kind_bits = 0xF;

constexpr crypto::Token tagged(MatchKind kind, crypto::Token token) noexcept {
  return (token & ~kind_bits) | static_cast<std::int64_t>(kind);
}
constexpr bool is_kind(MatchKind kind, crypto::Token token) noexcept {
  return (token & kind_bits) == static_cast<std::int64_t>(kind);
}

/// What the consents about a person bear, from the token of the person record: of a person with
/// many records, only those that may have said something are read.
constexpr crypto::Token consents_about(crypto::Token person) noexcept {
  return tagged(MatchKind::consent, person);
}

/// Those of one kind, in their order.
inline std::vector<crypto::Token> of_kind(MatchKind kind,
                                          const std::vector<crypto::Token>& tokens) {
  std::vector<crypto::Token> out;
  for (const auto token : tokens) {
    if (is_kind(kind, token)) out.push_back(token);
  }
  return out;
}

/// The person record that these tokens' record is, or is about.
inline std::optional<crypto::Token> person_in(const std::vector<crypto::Token>& tokens) {
  for (const auto token : tokens) {
    if (is_kind(MatchKind::person_record, token)) return token;
  }
  return std::nullopt;
}

}  // namespace hub::service
