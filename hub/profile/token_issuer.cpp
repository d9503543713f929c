#include "hub/profile/token_issuer.hpp"

namespace hub::profile {
namespace {

constexpr std::int64_t most_skew_s = 120;
constexpr std::int64_t most_life_s = 86'400;

void check(const TokenIssuer& issuer, Problems& problems) {
  if (!issuer.issuer.starts_with("https://"))
    problems.add(issuer.at, "oidc_issuer",
                 {"issuer は https:// で始まる、発行者の名前です(トークンの iss と同じ文字)。",
                  "issuer is the issuer's name, which begins with https:// (the same letters as "
                  "the token's iss)"});
  if (issuer.skew_s < 0 || issuer.skew_s > most_skew_s || issuer.longest_s < 60 ||
      issuer.longest_s > most_life_s)
    problems.add(issuer.at, "oidc_times",
                 {"skew_s は0から120、longest_s は60から86400です。",
                  "skew_s is 0 to 120, longest_s is 60 to 86400"});
}

}  // namespace

static void read(const Node& node, Problems& problems, TokenRoles& out) {
  read_map(node, problems,
           {need("claim", out.claim), may("desk", out.desk), may("coordinator", out.coordinator),
            may("municipal", out.municipal), may("operator", out.machine_keeper),
            may("auditor", out.auditor)});
}

void read(const Node& node, Problems& problems, TokenIssuer& out) {
  out.at = node.at;
  std::string keys;
  read_map(node, problems,
           {need("issuer", out.issuer), need("audience", out.audience), need("keys", keys),
            may("type", out.type), may("account", out.account), may("skew_s", out.skew_s),
            may("longest_s", out.longest_s), may("roles", out.roles)});
  out.keys = keys;
  check(out, problems);
}

}  // namespace hub::profile
