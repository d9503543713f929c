#include "hub/api/issuer_keys.hpp"

#include <fstream>
#include <iterator>

#include "hub/crypto/base64url.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::api {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using crypto::TokenAlgorithm;
using crypto::TokenKey;
using tsunagu::json::Type;
using tsunagu::json::View;

constexpr std::size_t most_bytes = 65'536;
constexpr std::size_t most_keys = 16;
constexpr std::size_t longest_kid = 128;
constexpr std::string_view private_members[] = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"};

std::string bytes_in(View key, std::string_view member) {
  return crypto::from_base64url(key.find(member).text()).value_or("");
}

bool is_of(View key, std::string_view type, std::string_view curve) {
  return key.find("kty").text() == type && key.find("crv").text() == curve;
}

Result<TokenKey> key_of(View key, TokenAlgorithm algorithm) {
  switch (algorithm) {
    case TokenAlgorithm::rs256:
      if (is_of(key, "RSA", "")) return TokenKey::rsa(bytes_in(key, "n"), bytes_in(key, "e"));
      break;
    case TokenAlgorithm::es256:
      if (is_of(key, "EC", "P-256")) return TokenKey::p256(bytes_in(key, "x"), bytes_in(key, "y"));
      break;
    case TokenAlgorithm::eddsa:
      if (is_of(key, "OKP", "Ed25519")) return TokenKey::ed25519(bytes_in(key, "x"));
      break;
  }
  return fail(Kind::invalid, "the key is of another type than its algorithm wants");
}

Result<TokenKey> checked_key(View key) {
  if (!key.is(Type::object)) return fail(Kind::invalid, "is no object");
  for (const auto member : private_members) {
    if (key.find(member).exists())
      return fail(Kind::invalid, "holds a secret; only public keys stand here");
  }
  const auto kid = key.find("kid").text();
  if (kid.empty() || kid.size() > longest_kid)
    return fail(Kind::invalid, "has no `kid` of at most 128 letters");
  const auto use = key.find("use");
  if (use.exists() && use.text() != "sig") return fail(Kind::invalid, "is not for signatures");
  const auto algorithm = crypto::token_algorithm_from(key.find("alg").text());
  if (!algorithm) return fail(Kind::invalid, "/alg: is RS256, ES256 or EdDSA");
  return key_of(key, *algorithm);
}

}  // namespace

Result<IssuerKeys> issuer_keys_in(std::string_view jwks) {
  const auto parsed = tsunagu::json::parse_untrusted(jwks, {.bytes = most_bytes, .depth = 6});
  if (!parsed.ok()) return fail(Kind::invalid, parsed.failure().text());
  const auto list = parsed.root().find("keys");
  if (!list.is(Type::array) || list.size() == 0 || list.size() > most_keys)
    return fail(Kind::invalid, "/keys: is a list of 1 to 16 keys");
  IssuerKeys keys;
  std::size_t at = 0;
  for (const auto one : list) {
    const auto where = "/keys/" + std::to_string(at++);
    auto key = checked_key(one);
    if (!key) return key.error().in(where);
    if (!keys.emplace(one.find("kid").text(), std::move(*key)).second)
      return fail(Kind::invalid, where + ": its `kid` stands twice");
  }
  return keys;
}

Result<IssuerKeys> read_issuer_keys(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in && text.empty())
    return fail(Kind::not_found, "the keys of an issuer can't be read from " + file.string());
  auto keys = issuer_keys_in(text);
  return keys ? std::move(keys) : keys.error().in(file.string());
}

}  // namespace hub::api
