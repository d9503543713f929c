#include "hub/crypto/hmac.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <stdexcept>

namespace hub::crypto {
namespace {

void require(bool ok) {
  if (!ok) throw std::runtime_error("OpenSSL's HMAC failed");
}

EVP_MAC_CTX* new_context() {
  EVP_MAC* mac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
  EVP_MAC_CTX* context = EVP_MAC_CTX_new(mac);
  EVP_MAC_free(mac);
  return context;
}

}  // namespace

void HmacSha256::Free::operator()(evp_mac_ctx_st* context) const noexcept {
  EVP_MAC_CTX_free(context);
}

HmacSha256::HmacSha256(ByteView key) : context_(new_context()) {
  require(context_ != nullptr && !key.empty());
  char digest[] = "SHA256";
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
      OSSL_PARAM_construct_end()};
  require(EVP_MAC_init(context_.get(), key.data(), key.size(), parameters) == 1);
}

Digest HmacSha256::of(std::initializer_list<ByteView> parts) {
  require(EVP_MAC_init(context_.get(), nullptr, 0, nullptr) == 1);
  for (const ByteView part : parts)
    require(EVP_MAC_update(context_.get(), part.data(), part.size()) == 1);
  Digest digest;
  std::size_t length = 0;
  require(EVP_MAC_final(context_.get(), digest.data(), &length, digest.size()) == 1);
  return digest;
}

}  // namespace hub::crypto
