#include "hub/crypto/token_key.hpp"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <string>

namespace hub::crypto {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr std::size_t coordinate_bytes = 32;
constexpr std::size_t edwards_signature = 64;
constexpr std::size_t least_modulus = 256;
constexpr std::size_t most_modulus = 1'024;
constexpr std::string_view p256_group = "prime256v1";

template <auto free>
struct Freed {
  template <class T>
  void operator()(T* what) const {
    free(what);
  }
};
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using Digester = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Building = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;

const unsigned char* data_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

Number number_of(std::string_view bytes) {
  return Number(BN_bin2bn(data_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

/// Null where OpenSSL finds that it is no public key of that kind.
Key key_from(const char* kind, const Building& building) {
  const Parameters parameters(OSSL_PARAM_BLD_to_param(building.get()));
  const KeyContext making(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
  EVP_PKEY* made = nullptr;
  const bool done =
      parameters && making && EVP_PKEY_fromdata_init(making.get()) == 1 &&
      EVP_PKEY_fromdata(making.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) == 1;
  Key key(made);
  const KeyContext checking(done ? EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr)
                                 : nullptr);
  const bool good = checking && EVP_PKEY_public_check(checking.get()) == 1;
  ERR_clear_error();
  return good ? std::move(key) : nullptr;
}

std::shared_ptr<void> shared(Key key) {
  return {key.release(), [](void* held) { EVP_PKEY_free(static_cast<EVP_PKEY*>(held)); }};
}

/// r and s as OpenSSL wants them (RFC 7518, 3.4 has them side by side).
std::string as_der(std::string_view signature) {
  const std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>> both(ECDSA_SIG_new());
  auto r = number_of(signature.substr(0, coordinate_bytes));
  auto s = number_of(signature.substr(coordinate_bytes));
  if (!both || ECDSA_SIG_set0(both.get(), r.get(), s.get()) != 1) return {};
  (void)r.release();
  (void)s.release();
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(both.get(), &der);
  if (size <= 0) return {};
  std::string out(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return out;
}

}  // namespace

std::string_view name_of(TokenAlgorithm algorithm) noexcept {
  constexpr std::string_view names[] = {"RS256", "ES256", "EdDSA"};
  return names[static_cast<std::size_t>(algorithm)];
}

std::optional<TokenAlgorithm> token_algorithm_from(std::string_view name) noexcept {
  for (const auto one : {TokenAlgorithm::rs256, TokenAlgorithm::es256, TokenAlgorithm::eddsa}) {
    if (name_of(one) == name) return one;
  }
  return std::nullopt;
}

Result<TokenKey> TokenKey::rsa(std::string_view modulus, std::string_view exponent) {
  const bool sized = modulus.size() >= least_modulus && modulus.size() <= most_modulus &&
                     static_cast<unsigned char>(modulus.front()) >= 0x80;
  if (!sized) return fail(Kind::invalid, "an RSA modulus has 2048 to 8192 bits, and no zero ahead");
  const auto e = number_of(exponent);
  if (exponent.empty() || exponent.size() > 8 || BN_is_odd(e.get()) != 1 ||
      BN_get_word(e.get()) < 65'537)
    return fail(Kind::invalid, "an RSA exponent is odd, and at least 65537");
  const auto n = number_of(modulus);
  const Building building(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_BN(building.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
  OSSL_PARAM_BLD_push_BN(building.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
  auto key = key_from("RSA", building);
  if (!key) return fail(Kind::invalid, "is no RSA key");
  return TokenKey(TokenAlgorithm::rs256, shared(std::move(key)), modulus.size());
}

Result<TokenKey> TokenKey::p256(std::string_view x, std::string_view y) {
  if (x.size() != coordinate_bytes || y.size() != coordinate_bytes)
    return fail(Kind::invalid, "a coordinate of P-256 has 32 bytes");
  const std::string point = '\x04' + std::string(x) + std::string(y);
  const Building building(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_utf8_string(building.get(), OSSL_PKEY_PARAM_GROUP_NAME, p256_group.data(),
                                  p256_group.size());
  OSSL_PARAM_BLD_push_octet_string(building.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                   point.size());
  auto key = key_from("EC", building);
  if (!key) return fail(Kind::invalid, "is no point of P-256");
  return TokenKey(TokenAlgorithm::es256, shared(std::move(key)), 2 * coordinate_bytes);
}

Result<TokenKey> TokenKey::ed25519(std::string_view x) {
  if (x.size() != coordinate_bytes) return fail(Kind::invalid, "an Ed25519 key has 32 bytes");
  Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, data_of(x), x.size()));
  if (!key) return fail(Kind::invalid, "is no Ed25519 key");
  return TokenKey(TokenAlgorithm::eddsa, shared(std::move(key)), edwards_signature);
}

bool TokenKey::verifies(std::string_view text, std::string_view signature) const {
  if (signature.size() != signature_bytes_) return false;
  const auto form =
      algorithm_ == TokenAlgorithm::es256 ? as_der(signature) : std::string(signature);
  const auto* digest = algorithm_ == TokenAlgorithm::eddsa ? nullptr : EVP_sha256();
  const Digester verifying(EVP_MD_CTX_new());
  auto* key = static_cast<EVP_PKEY*>(key_.get());
  const bool good = verifying && !form.empty() &&
                    EVP_DigestVerifyInit(verifying.get(), nullptr, digest, nullptr, key) == 1 &&
                    EVP_DigestVerify(verifying.get(), data_of(form), form.size(), data_of(text),
                                     text.size()) == 1;
  ERR_clear_error();
  return good;
}

}  // namespace hub::crypto
