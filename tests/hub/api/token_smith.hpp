// Makes issuers' keys and tokens, right ones and wrong ones.
#pragma once

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "hub/crypto/token_key.hpp"

namespace hub::api::test {

using crypto::TokenAlgorithm;

inline std::string base64url(std::string_view bytes) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string out;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : bytes) {
    held = held << 8U | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 6; bits -= 6)
      out += letters[held >> static_cast<unsigned>(bits - 6) & 63U];
  }
  if (bits > 0) out += letters[held << static_cast<unsigned>(6 - bits) & 63U];
  return out;
}

/// One private key; its public half as a JWK.
class Smith {
 public:
  explicit Smith(TokenAlgorithm algorithm, std::string kid)
      : algorithm_(algorithm), kid_(std::move(kid)), key_(make(algorithm), EVP_PKEY_free) {}

  [[nodiscard]] std::string jwk(std::string_view alg = {}, std::string_view more = {}) const {
    const auto name = alg.empty() ? crypto::name_of(algorithm_) : alg;
    std::string out = R"({"kid":")" + kid_ + R"(","use":"sig","alg":")" + std::string(name) + '"';
    switch (algorithm_) {
      case TokenAlgorithm::rs256:
        out += R"(,"kty":"RSA","n":")" + number(OSSL_PKEY_PARAM_RSA_N) + R"(","e":")" +
               number(OSSL_PKEY_PARAM_RSA_E) + '"';
        break;
      case TokenAlgorithm::es256:
        out += R"(,"kty":"EC","crv":"P-256","x":")" + number(OSSL_PKEY_PARAM_EC_PUB_X, 32) +
               R"(","y":")" + number(OSSL_PKEY_PARAM_EC_PUB_Y, 32) + '"';
        break;
      case TokenAlgorithm::eddsa:
        out += R"(,"kty":"OKP","crv":"Ed25519","x":")" + raw() + '"';
        break;
    }
    return out + std::string(more) + "}";
  }
  [[nodiscard]] std::string jwks() const { return R"({"keys":[)" + jwk() + "]}"; }
  [[nodiscard]] std::string header(std::string_view more = {}) const {
    return R"({"alg":")" + std::string(crypto::name_of(algorithm_)) +
           R"(","typ":"at+jwt","kid":")" + kid_ + '"' + std::string(more) + "}";
  }
  [[nodiscard]] std::string token(const std::string& header, const std::string& claims) const {
    const auto text = base64url(header) + "." + base64url(claims);
    return text + "." + base64url(sign(text));
  }
  [[nodiscard]] std::string token(const std::string& claims) const {
    return token(header(), claims);
  }
  [[nodiscard]] std::string sign(const std::string& text) const {
    const auto* digest = algorithm_ == TokenAlgorithm::eddsa ? nullptr : EVP_sha256();
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> signing(EVP_MD_CTX_new(),
                                                                     EVP_MD_CTX_free);
    EVP_DigestSignInit(signing.get(), nullptr, digest, nullptr, key_.get());
    const auto* data = reinterpret_cast<const unsigned char*>(text.data());
    std::size_t size = 0;
    EVP_DigestSign(signing.get(), nullptr, &size, data, text.size());
    std::string out(size, '\0');
    EVP_DigestSign(signing.get(), reinterpret_cast<unsigned char*>(out.data()), &size, data,
                   text.size());
    out.resize(size);
    return algorithm_ == TokenAlgorithm::es256 ? side_by_side(out) : out;
  }
  /// As DER: what JOSE does not want.
  static std::string side_by_side(const std::string& der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    auto* both = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size()));
    std::string out(64, '\0');
    auto* bytes = reinterpret_cast<unsigned char*>(out.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(both), bytes, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(both), bytes + 32, 32);
    ECDSA_SIG_free(both);
    return out;
  }

 private:
  static EVP_PKEY* make(TokenAlgorithm algorithm) {
    switch (algorithm) {
      case TokenAlgorithm::rs256:
        return EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048});
      case TokenAlgorithm::es256:
        return EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
      case TokenAlgorithm::eddsa:
        break;
    }
    return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
  }
  [[nodiscard]] std::string number(const char* name, int size = 0) const {
    BIGNUM* value = nullptr;
    EVP_PKEY_get_bn_param(key_.get(), name, &value);
    std::string out(static_cast<std::size_t>(size == 0 ? BN_num_bytes(value) : size), '\0');
    BN_bn2binpad(value, reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(out.size()));
    BN_free(value);
    return base64url(out);
  }
  [[nodiscard]] std::string raw() const {
    std::string out(32, '\0');
    std::size_t size = out.size();
    EVP_PKEY_get_raw_public_key(key_.get(), reinterpret_cast<unsigned char*>(out.data()), &size);
    return base64url(out);
  }

  TokenAlgorithm algorithm_;
  std::string kid_;
  std::shared_ptr<EVP_PKEY> key_;
};

}  // namespace hub::api::test
