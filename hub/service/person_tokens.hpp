// The match tokens of a person record and of a household hint: what can be compared across systems
// without showing what is compared.
#pragma once

#include <string_view>
#include <vector>

#include "hub/codec/record.hpp"
#include "hub/crypto/keys.hpp"
#include "hub/service/register_file.hpp"

namespace hub::service {

/// Borrows all.
struct TokenMakers {
  const crypto::Keys& keys;
  std::string_view source;   ///< a 世帯番号 counts inside one source only
  std::string_view lgcode5;  ///< the municipality, for a number that names no issuer
};

/// Of a person record: numbers; kana with birthday, where that is known to the day and not
/// artificial. Of a household hint: the household's number. Of any other: nothing.
void add_match_tokens(const TokenMakers& makers, const codec::Record& record,
                      std::vector<crypto::Token>& tokens);

/// Another one whenever a person record's tokens are made otherwise.
inline constexpr std::string_view token_rules = "3";

/// What the protection register knows of a person: number, kana and birthday.
void add_register_tokens(const TokenMakers& makers, const RegisterPerson& person,
                         std::vector<crypto::Token>& tokens);

}  // namespace hub::service
