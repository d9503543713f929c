// hub.yaml, `oidc`: who may say who asks, in place of a password here. The hub is a resource server
// and nothing else: it takes access tokens (RFC 9068) of these issuers, checks each by itself, and
// asks nobody.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "hub/profile/yaml_reader.hpp"

namespace hub::profile {

/// Which words of a claim stand for which role; a role that is not named here is nobody's.
struct TokenRoles {
  std::string claim;
  std::vector<std::string> desk;
  std::vector<std::string> coordinator;
  std::vector<std::string> municipal;
  std::vector<std::string> machine_keeper;  ///< `operator`
  std::vector<std::string> auditor;
};

struct TokenIssuer {
  std::string issuer;               ///< `iss`, letter by letter
  std::string audience;             ///< one of `aud`
  std::filesystem::path keys;       ///< JWKS file; each key names its one algorithm
  std::string type = "at+jwt";      ///< `typ`
  std::string account = "sub";      ///< the claim that names the account
  std::int64_t skew_s = 30;         ///< that clocks may differ
  std::int64_t longest_s = 3'600;   ///< from `iat` to `exp`
  std::optional<TokenRoles> roles;  ///< of the account's roles only these; absent: all of them
  Place at;
};

void read(const Node& node, Problems& problems, TokenIssuer& out);

}  // namespace hub::profile
