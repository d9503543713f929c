// SHA-256 (FIPS 180-4): the name of bytes as they were delivered, and the link of the audit chain.
#pragma once

#include <array>
#include <memory>

#include "hub/crypto/bytes.hpp"

struct evp_md_ctx_st;

namespace hub::crypto {

using Digest = std::array<std::uint8_t, 32>;

/// Hashes what is added piece by piece; the context is kept for the next message. One thread.
class Sha256 {
 public:
  Sha256();
  void add(ByteView bytes);
  void add(std::string_view text) { add(bytes_of(text)); }
  /// The digest of everything added since the last finish; the next message begins.
  Digest finish();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const noexcept;
  };
  void begin();
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

Digest sha256(ByteView bytes);

}  // namespace hub::crypto
