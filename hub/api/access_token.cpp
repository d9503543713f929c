#include "hub/api/access_token.hpp"

#include <algorithm>

#include "hub/crypto/base64url.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::api {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using tsunagu::json::Type;
using tsunagu::json::View;

constexpr std::size_t most_header_bytes = 512;
constexpr std::size_t most_claims_bytes = 4'096;
constexpr std::size_t most_words = 64;
constexpr std::string_view known_header[] = {"alg", "typ", "kid"};
constexpr std::string_view media_prefix = "application/";

base::Failure refused(std::string_view check) {
  return fail(Kind::unauthorized, "token: " + std::string(check));
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

/// RFC 7515, 4.1.9: `application/` may be left out, and capitals do not count.
std::string media_type(std::string_view text) {
  auto type = lowered(text);
  return type.starts_with(media_prefix) ? type.substr(media_prefix.size()) : type;
}

struct Parts {
  std::string_view signed_text;  ///< header and claims as they came, with the dot between
  std::string header;
  std::string claims;
  std::string signature;
};

Result<Parts> parts_of(std::string_view token) {
  if (token.size() > longest_token) return refused("size");
  const auto first = token.find('.');
  const auto second = first == token.npos ? first : token.find('.', first + 1);
  if (second == token.npos || token.find('.', second + 1) != token.npos) return refused("parts");
  const auto header = crypto::from_base64url(token.substr(0, first));
  const auto claims = crypto::from_base64url(token.substr(first + 1, second - first - 1));
  const auto signature = crypto::from_base64url(token.substr(second + 1));
  if (!header || !claims || !signature) return refused("base64url");
  return Parts{token.substr(0, second), *header, *claims, *signature};
}

/// The key that signed it, as far as the header is one that may be believed so far.
Result<const crypto::TokenKey*> key_of(const Parts& parts, const Issuer& issuer) {
  const auto parsed =
      tsunagu::json::parse_untrusted(parts.header, {.bytes = most_header_bytes, .depth = 1});
  if (!parsed.ok() || !parsed.root().is(Type::object)) return refused("header");
  for (const auto member : parsed.root()) {
    const bool known = std::find(std::begin(known_header), std::end(known_header), member.key()) !=
                       std::end(known_header);
    if (!known || !member.is(Type::string)) return refused("header_member");
  }
  if (media_type(parsed.root().find("typ").text()) != media_type(issuer.rules.type))
    return refused("typ");
  const auto key = issuer.keys.find(parsed.root().find("kid").text());
  if (key == issuer.keys.end()) return refused("kid");
  if (parsed.root().find("alg").text() != crypto::name_of(key->second.algorithm()))
    return refused("alg");
  return &key->second;
}

bool is_for(View audience, std::string_view us) {
  if (audience.is(Type::string)) return audience.text() == us;
  if (!audience.is(Type::array)) return false;
  bool named = false;
  for (const auto one : audience) {
    if (!one.is(Type::string)) return false;
    named |= one.text() == us;
  }
  return named;
}

/// RFC 7519, 2: NumericDate; whole seconds, as whoever issues access tokens writes them.
Result<> check_times(View claims, const profile::TokenIssuer& rules, base::UtcMillis now) {
  const auto expires = claims.find("exp");
  const auto issued = claims.find("iat");
  const auto begins = claims.find("nbf");
  if (!expires.is(Type::integer) || !issued.is(Type::integer) ||
      (begins.exists() && !begins.is(Type::integer)))
    return refused("times");
  const auto at = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  if (expires.integer() <= at - rules.skew_s) return refused("exp");
  if (issued.integer() > at + rules.skew_s) return refused("iat");
  if (begins.exists() && begins.integer() > at + rules.skew_s) return refused("nbf");
  if (expires.integer() - issued.integer() > rules.longest_s) return refused("lifetime");
  return {};
}

bool any_of(const std::vector<std::string>& wanted, View said) {
  if (!said.is(Type::array) || said.size() > most_words) return false;
  for (const auto one : said) {
    if (std::find(wanted.begin(), wanted.end(), one.text()) != wanted.end()) return true;
  }
  return false;
}

domain::AccountRoles roles_of(View claims, const profile::TokenRoles& rules) {
  using domain::AccountRole;
  const auto said = claims.find(rules.claim);
  domain::AccountRoles roles;
  if (any_of(rules.desk, said)) roles.add(AccountRole::desk);
  if (any_of(rules.coordinator, said)) roles.add(AccountRole::coordinator);
  if (any_of(rules.municipal, said)) roles.add(AccountRole::municipal);
  if (any_of(rules.machine_keeper, said)) roles.add(AccountRole::machine_keeper);
  if (any_of(rules.auditor, said)) roles.add(AccountRole::auditor);
  return roles;
}

Result<TokenBearer> bearer_in(std::string_view text, const profile::TokenIssuer& rules,
                              base::UtcMillis now) {
  const auto parsed =
      tsunagu::json::parse_untrusted(text, {.bytes = most_claims_bytes, .depth = 8});
  if (!parsed.ok() || !parsed.root().is(Type::object)) return refused("claims");
  const auto claims = parsed.root();
  if (claims.find("iss").text() != rules.issuer) return refused("iss");
  if (!is_for(claims.find("aud"), rules.audience)) return refused("aud");
  if (auto times = check_times(claims, rules, now); !times) return times.error();
  const auto account = claims.find(rules.account);
  if (!account.is(Type::string) || account.text().empty()) return refused("account");
  TokenBearer bearer{std::string(account.text()), {}};
  if (rules.roles) bearer.roles = roles_of(claims, *rules.roles);
  return bearer;
}

}  // namespace

Result<TokenBearer> bearer_of_token(std::string_view token, const Issuer& issuer,
                                    base::UtcMillis now) {
  const auto parts = parts_of(token);
  if (!parts) return parts.error();
  const auto key = key_of(*parts, issuer);
  if (!key) return key.error();
  if (!(*key)->verifies(parts->signed_text, parts->signature)) return refused("signature");
  return bearer_in(parts->claims, issuer.rules, now);
}

}  // namespace hub::api
