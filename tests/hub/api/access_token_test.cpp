// Each check of an access token by a token that is right but for one thing. The right token is
// accepted first, and so each row fails by its own check alone.
#include "hub/api/access_token.hpp"

#include <gtest/gtest.h>

#include "tests/hub/api/token_smith.hpp"

namespace hub::api {
namespace {

using test::base64url;
using test::Smith;
using test::TokenAlgorithm;

constexpr std::int64_t now_s = 1'775'781'000;
const base::UtcMillis now = base::utc_from_millis(now_s * 1'000);

std::string claims(std::string_view changed = {}, std::string_view value = {}) {
  const std::pair<std::string_view, std::string> all[] = {{"iss", R"("https://sso.example.lg.jp")"},
                                                          {"aud", R"("tsunagu")"},
                                                          {"sub", R"("sato")"},
                                                          {"iat", std::to_string(now_s - 60)},
                                                          {"nbf", std::to_string(now_s - 60)},
                                                          {"exp", std::to_string(now_s + 600)}};
  std::string out;
  for (const auto& [name, usual] : all) {
    const auto text = name == changed ? std::string(value) : usual;
    if (!text.empty()) out += (out.empty() ? "{\"" : ",\"") + std::string(name) + "\":" + text;
  }
  return out + "}";
}

Issuer issuer_of(const std::string& jwks) {
  Issuer issuer;
  issuer.rules.issuer = "https://sso.example.lg.jp";
  issuer.rules.audience = "tsunagu";
  issuer.keys = issuer_keys_in(jwks).value();
  return issuer;
}

class AccessToken : public testing::TestWithParam<TokenAlgorithm> {
 protected:
  std::string refusal(const std::string& token) {
    const auto bearer = bearer_of_token(token, issuer, now);
    if (bearer) return "none";
    EXPECT_EQ(bearer.error().kind(), base::Kind::unauthorized);
    return bearer.error().text();
  }
  std::string refusal_of_claims(std::string_view changed, std::string_view value) {
    return refusal(smith.token(claims(changed, value)));
  }
  std::string refusal_of_header(const std::string& header) {
    return refusal(smith.token(header, claims()));
  }

  Smith smith{GetParam(), "key-1"};
  Issuer issuer = issuer_of(smith.jwks());
};

INSTANTIATE_TEST_SUITE_P(Algorithms, AccessToken,
                         testing::Values(TokenAlgorithm::rs256, TokenAlgorithm::es256,
                                         TokenAlgorithm::eddsa),
                         [](const auto& one) { return std::string(name_of(one.param)); });

TEST_P(AccessToken, that_is_right_names_its_account) {
  const auto bearer = bearer_of_token(smith.token(claims()), issuer, now);
  ASSERT_TRUE(bearer.has_value()) << bearer.error().text();
  EXPECT_EQ(bearer->account, "sato");
  EXPECT_FALSE(bearer->roles);
}

TEST_P(AccessToken, has_three_parts_in_one_spelling_and_a_bounded_size) {
  const auto right = smith.token(claims());
  const auto end = right.rfind('.');
  EXPECT_EQ(refusal(""), "token: parts");
  EXPECT_EQ(refusal(right.substr(0, end)), "token: parts");
  EXPECT_EQ(refusal(right + "."), "token: parts");
  EXPECT_EQ(refusal(right + "="), "token: base64url");
  EXPECT_EQ(refusal(right + "\n"), "token: base64url");
  EXPECT_EQ(refusal(right.substr(0, end + 1)), "token: signature") << "none at all";
  const auto big = claims("sub", '"' + std::string(longest_token, 'a') + '"');
  EXPECT_EQ(refusal(smith.token(big)), "token: size");
  const auto large = claims("sub", '"' + std::string(4'096, 'a') + '"');
  EXPECT_EQ(refusal(smith.token(large)), "token: claims");
}

TEST_P(AccessToken, spells_its_last_letter_in_one_way) {
  // A header of 1 modulo 3 bytes leaves four bits over, which must be zero.
  auto header = smith.header();
  while (header.size() % 3 != 1)
    header.insert(header.size() - 1, " ");
  auto text = base64url(header);
  text.back() = static_cast<char>(text.back() + 1);
  const auto signed_text = text + "." + base64url(claims());
  EXPECT_EQ(refusal(signed_text + "." + base64url(smith.sign(signed_text))), "token: base64url");
}

TEST_P(AccessToken, is_checked_by_its_key_and_not_by_what_it_says_itself) {
  const auto alg = std::string(name_of(GetParam()));
  for (const auto* other : {"none", "None", "HS256", "RS512", "PS256", "ES384", "rs256", ""}) {
    EXPECT_EQ(refusal_of_header(R"({"alg":")" + std::string(other) +
                                R"(","typ":"at+jwt","kid":"key-1"})"),
              "token: alg");
  }
  for (const auto one : {TokenAlgorithm::rs256, TokenAlgorithm::es256, TokenAlgorithm::eddsa}) {
    if (one == GetParam()) continue;
    EXPECT_EQ(refusal_of_header(R"({"alg":")" + std::string(name_of(one)) +
                                R"(","typ":"at+jwt","kid":"key-1"})"),
              "token: alg");
  }
  EXPECT_EQ(refusal_of_header(R"({"typ":"at+jwt","kid":"key-1"})"), "token: alg");
  EXPECT_EQ(refusal_of_header(R"({"alg":")" + alg + R"(","typ":"at+jwt","kid":"key-2"})"),
            "token: kid");
  EXPECT_EQ(refusal_of_header(R"({"alg":")" + alg + R"(","typ":"at+jwt"})"), "token: kid");
}

TEST_P(AccessToken, has_a_header_that_brings_nothing_along) {
  for (const auto* more :
       {R"(,"jku":"https://evil.example/keys")", R"(,"x5u":"https://evil.example/c")",
        R"(,"crit":"exp")", R"(,"b64":"x")", R"(,"zip":"DEF")", R"(,"cty":"JWT")",
        R"(,"x5t":"AAAA")", R"(,"nonce":"x")"}) {
    EXPECT_EQ(refusal_of_header(smith.header(more)), "token: header_member") << more;
  }
  EXPECT_EQ(refusal_of_header(smith.header(R"(,"jwk":{})")), "token: header");
  EXPECT_EQ(refusal_of_header(smith.header(R"(,"x5c":[])")), "token: header");
  EXPECT_EQ(refusal_of_header(smith.header(R"(,"crit":["exp"])")), "token: header");
  EXPECT_EQ(refusal_of_header(smith.header(R"(,"kid":"key-1")")), "token: header") << "twice";
  EXPECT_EQ(refusal_of_header(smith.header(R"(,"\u006bid":"key-1")")), "token: header");
  EXPECT_EQ(refusal_of_header(R"({"alg":1,"typ":"at+jwt","kid":"key-1"})"), "token: header_member");
  EXPECT_EQ(refusal_of_header("[]"), "token: header");
  EXPECT_EQ(refusal_of_header("{"), "token: header");
}

TEST_P(AccessToken, is_of_the_type_that_was_agreed) {
  const auto alg = R"({"alg":")" + std::string(name_of(GetParam())) + '"';
  EXPECT_EQ(refusal_of_header(alg + R"(,"kid":"key-1"})"), "token: typ");
  EXPECT_EQ(refusal_of_header(alg + R"(,"typ":"JWT","kid":"key-1"})"), "token: typ");
  EXPECT_EQ(refusal_of_header(alg + R"(,"typ":"dpop+jwt","kid":"key-1"})"), "token: typ");
  EXPECT_EQ(refusal_of_header(alg + R"(,"typ":"application/AT+JWT","kid":"key-1"})"), "none");
}

TEST_P(AccessToken, bears_a_signature_of_its_own_text_in_its_exact_length) {
  const auto right = smith.token(claims());
  const auto text = right.substr(0, right.rfind('.'));
  const auto signature = smith.sign(text);
  const auto with = [&](const std::string& other) { return text + "." + base64url(other); };
  EXPECT_EQ(refusal(with(signature)), "none");
  EXPECT_EQ(refusal(with(signature.substr(1))), "token: signature");
  EXPECT_EQ(refusal(with(signature + '\0')), "token: signature");
  EXPECT_EQ(refusal(with('\0' + signature)), "token: signature");
  EXPECT_EQ(refusal(with(std::string(signature.size(), '\0'))), "token: signature")
      << "CVE-2022-21449";
  auto bent = signature;
  bent.back() = static_cast<char>(bent.back() ^ 1);
  EXPECT_EQ(refusal(with(bent)), "token: signature");
  EXPECT_EQ(refusal(with(Smith(GetParam(), "key-1").sign(text))), "token: signature");
  const auto other = smith.token(claims("sub", R"("suzuki")"));
  EXPECT_EQ(refusal(other.substr(0, other.rfind('.')) + "." + base64url(signature)),
            "token: signature");
}

TEST_P(AccessToken, is_of_this_issuer_and_for_this_hub) {
  EXPECT_EQ(refusal_of_claims("iss", ""), "token: iss");
  EXPECT_EQ(refusal_of_claims("iss", R"("https://sso.example.lg.jp/")"), "token: iss");
  EXPECT_EQ(refusal_of_claims("iss", R"(["https://sso.example.lg.jp"])"), "token: iss");
  EXPECT_EQ(refusal_of_claims("aud", ""), "token: aud");
  EXPECT_EQ(refusal_of_claims("aud", R"("other")"), "token: aud");
  EXPECT_EQ(refusal_of_claims("aud", R"(["other"])"), "token: aud");
  EXPECT_EQ(refusal_of_claims("aud", R"([])"), "token: aud");
  EXPECT_EQ(refusal_of_claims("aud", R"(["tsunagu",1])"), "token: aud");
  EXPECT_EQ(refusal_of_claims("aud", R"({"tsunagu":true})"), "token: aud");
  EXPECT_EQ(refusal_of_claims("aud", R"(["other","tsunagu"])"), "none");
}

TEST_P(AccessToken, counts_between_its_times_and_no_longer_than_is_allowed) {
  const auto at = [](std::int64_t offset) { return std::to_string(now_s + offset); };
  EXPECT_EQ(refusal_of_claims("exp", ""), "token: times");
  EXPECT_EQ(refusal_of_claims("exp", '"' + at(600) + '"'), "token: times");
  EXPECT_EQ(refusal_of_claims("exp", at(600) + ".5"), "token: times");
  EXPECT_EQ(refusal_of_claims("iat", ""), "token: times");
  EXPECT_EQ(refusal_of_claims("nbf", R"("now")"), "token: times");
  EXPECT_EQ(refusal_of_claims("nbf", ""), "none");
  EXPECT_EQ(refusal_of_claims("exp", at(-30)), "token: exp");
  EXPECT_EQ(refusal_of_claims("exp", at(-29)), "none");
  EXPECT_EQ(refusal_of_claims("iat", at(31)), "token: iat");
  EXPECT_EQ(refusal_of_claims("iat", at(30)), "none");
  EXPECT_EQ(refusal_of_claims("nbf", at(31)), "token: nbf");
  EXPECT_EQ(refusal_of_claims("nbf", at(30)), "none");
  EXPECT_EQ(refusal_of_claims("exp", at(3'541)), "token: lifetime");
  EXPECT_EQ(refusal_of_claims("exp", at(3'540)), "none");
}

TEST_P(AccessToken, has_claims_that_every_reader_reads_alike) {
  EXPECT_EQ(refusal(smith.token("[]")), "token: claims");
  EXPECT_EQ(refusal(smith.token(R"({"sub":"sato","sub":"suzuki"})")), "token: claims");
  EXPECT_EQ(refusal(smith.token(claims() + " x")), "token: claims");
  EXPECT_EQ(refusal_of_claims("sub", ""), "token: account");
  EXPECT_EQ(refusal_of_claims("sub", R"("")"), "token: account");
  EXPECT_EQ(refusal_of_claims("sub", "7"), "token: account");
  issuer.rules.account = "preferred_username";
  EXPECT_EQ(refusal(smith.token(claims())), "token: account");
}

TEST_P(AccessToken, lets_its_bearer_be_no_more_than_it_says) {
  auto& rules = issuer.rules.roles.emplace();
  rules.claim = "groups";
  rules.desk = {"madoguchi"};
  const auto roles = [&](const std::string& said) {
    auto text = claims();
    text.insert(text.size() - 1, said);
    return *bearer_of_token(smith.token(text), issuer, now).value().roles;
  };
  EXPECT_TRUE(roles(R"(,"groups":["x","madoguchi"])").has(domain::AccountRole::desk));
  EXPECT_FALSE(roles(R"(,"groups":["x","madoguchi"])").has(domain::AccountRole::municipal));
  EXPECT_TRUE(roles(R"(,"groups":["operator","desk"])").empty());
  EXPECT_TRUE(roles(R"(,"groups":"madoguchi")").empty());
  EXPECT_TRUE(roles("").empty());
}

TEST(IssuerKeys, are_public_named_and_each_of_one_algorithm) {
  const Smith rsa(TokenAlgorithm::rs256, "a");
  const Smith ec(TokenAlgorithm::es256, "b");
  const Smith ed(TokenAlgorithm::eddsa, "c");
  const auto set = [](const std::string& keys) {
    const auto read = issuer_keys_in(R"({"keys":[)" + keys + "]}");
    return read ? std::to_string(read->size()) : read.error().text();
  };
  EXPECT_EQ(set(rsa.jwk() + "," + ec.jwk() + "," + ed.jwk()), "3");
  EXPECT_EQ(set(""), "/keys: is a list of 1 to 16 keys");
  EXPECT_EQ(set(rsa.jwk() + "," + rsa.jwk()), "/keys/1: its `kid` stands twice");
  EXPECT_EQ(set(Smith(TokenAlgorithm::es256, "").jwk()),
            "/keys/0: has no `kid` of at most 128 letters");
  EXPECT_EQ(set(ec.jwk({}, R"(,"d":"AA")")),
            "/keys/0: holds a secret; only public keys stand here");
  EXPECT_EQ(set(R"({"kid":"s","alg":"HS256","kty":"oct","k":"AA"})"),
            "/keys/0: holds a secret; only public keys stand here");
  for (const auto* alg : {"HS256", "none", "PS256"})
    EXPECT_EQ(set(ec.jwk(alg)), "/keys/0: /alg: is RS256, ES256 or EdDSA");
  const auto* const other = "/keys/0: the key is of another type than its algorithm wants";
  EXPECT_EQ(set(rsa.jwk("ES256")), other);
  EXPECT_EQ(set(ec.jwk("EdDSA")), other);
  EXPECT_EQ(set(ed.jwk("RS256")), other);
  EXPECT_EQ(set(R"({"kid":"b","alg":"ES256","kty":"EC","crv":"P-256","x":")" +
                base64url(std::string(32, 'a')) + R"(","y":")" + base64url(std::string(32, 'b')) +
                R"("})"),
            "/keys/0: is no point of P-256");
  EXPECT_EQ(set(R"({"kid":"a","alg":"RS256","kty":"RSA","n":")" +
                base64url(std::string(128, '\xff')) + R"(","e":"AQAB"})"),
            "/keys/0: an RSA modulus has 2048 to 8192 bits, and no zero ahead");
  EXPECT_EQ(set(R"({"kid":"a","alg":"RS256","kty":"RSA","n":")" +
                base64url(std::string(256, '\xff')) + R"(","e":"AQAB"})"),
            "/keys/0: is no RSA key")
      << "3 divides it";
  EXPECT_EQ(set(R"({"kid":"a","alg":"RS256","kty":"RSA","n":")" +
                base64url(std::string(256, '\xff')) + R"(","e":"Aw"})"),
            "/keys/0: an RSA exponent is odd, and at least 65537");
}

}  // namespace
}  // namespace hub::api
