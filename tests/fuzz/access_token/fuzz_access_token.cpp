// The input as a token, and as a file of keys. No crash; nobody signed it, so none is accepted.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "hub/api/access_token.hpp"

namespace {

constexpr std::string_view jwks =
    R"({"keys":[{"kid":"k","alg":"EdDSA","kty":"OKP","crv":"Ed25519",)"
    R"("x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})";

hub::api::Issuer issuer() {
  hub::api::Issuer out;
  out.rules.issuer = "https://sso.example.lg.jp";
  out.rules.audience = "tsunagu";
  out.keys = hub::api::issuer_keys_in(jwks).value();
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto known = issuer();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto now = hub::base::utc_from_millis(1'775'781'000'000);
  if (hub::api::bearer_of_token(text, known, now)) std::abort();
  (void)hub::api::issuer_keys_in(text);
  return 0;
}
