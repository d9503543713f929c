#include "hub/crypto/sha256.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace hub::crypto {
namespace {

void require(int status) {
  if (status != 1) throw std::runtime_error("OpenSSL's SHA-256 failed");
}

/// Fetched once: to look for it anew costs more than to hash a short message.
const EVP_MD* algorithm() {
  static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> fetched(
      EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free);
  return fetched.get();
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const noexcept {
  EVP_MD_CTX_free(context);
}

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  require(EVP_DigestInit_ex(context_.get(), algorithm(), nullptr));
}

void Sha256::add(ByteView bytes) {
  require(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()));
}

Digest Sha256::finish() {
  Digest digest;
  require(EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr));
  begin();
  return digest;
}

void Sha256::begin() {
  require(EVP_DigestInit_ex(context_.get(), nullptr, nullptr));
}

Digest sha256(ByteView bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.finish();
}

}  // namespace hub::crypto
