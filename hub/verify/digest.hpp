// SHA-256 and Ed25519, straight from OpenSSL.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

struct evp_md_ctx_st;

namespace hub::verify {

using Digest = std::array<unsigned char, 32>;

/// Keeps its context for the next message. One thread.
class Hasher {
 public:
  Hasher();
  Hasher& add(std::string_view bytes);
  /// Eight bytes, the highest first.
  Hasher& add_number(std::uint64_t number);
  /// Of what was added since the last time.
  Digest finish();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const noexcept;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

inline std::string_view view_of(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

/// `key`: 32 bytes; `signature`: 64.
bool is_signed(std::string_view key, std::string_view message, std::string_view signature);

}  // namespace hub::verify
