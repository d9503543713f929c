// A JWKS file (RFC 7517): the public keys of one issuer, each with the one algorithm that it is
// good for.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "hub/base/result.hpp"
#include "hub/crypto/token_key.hpp"

namespace hub::api {

/// By `kid`.
using IssuerKeys = std::map<std::string, crypto::TokenKey, std::less<>>;

/// `invalid` with a JSON Pointer for a key without `kid` or `alg`, one whose type does not fit its
/// algorithm, one that is not for signatures, a private or a symmetric one: the whole file is
/// refused, so that nobody believes a key to count that does not.
base::Result<IssuerKeys> issuer_keys_in(std::string_view jwks);
base::Result<IssuerKeys> read_issuer_keys(const std::filesystem::path& file);

}  // namespace hub::api
