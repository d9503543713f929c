// Whether an access token is one, and whose (RFC 9068, checked as RFC 8725 and RFC 7519 say). Each
// check stands alone in a table, and each has a token of the tests that fails by nothing else.
// Nothing of the token chooses how it is checked: its key says by which algorithm, and what the
// header may hold is alg, typ and kid.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/api/issuer_keys.hpp"
#include "hub/base/clock.hpp"
#include "hub/domain/account_role.hpp"
#include "hub/profile/token_issuer.hpp"

namespace hub::api {

inline constexpr std::size_t longest_token = 6'144;  ///< bytes; a header has 8 KiB in all

/// One issuer of hub.yaml with its keys read.
struct Issuer {
  profile::TokenIssuer rules;
  IssuerKeys keys;
};

struct TokenBearer {
  std::string account;
  std::optional<domain::AccountRoles> roles;  ///< no more than these; absent: the issuer says none
};

/// `unauthorized` for any other, with which check refused it: for the log, never for who asks.
base::Result<TokenBearer> bearer_of_token(std::string_view token, const Issuer& issuer,
                                          base::UtcMillis now);

}  // namespace hub::api
