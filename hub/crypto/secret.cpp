#include "hub/crypto/secret.hpp"

#include <sodium.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace hub::crypto {

Secret::Secret(ByteView bytes) : size_(bytes.size()) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium could not start");
  data_.reset(static_cast<std::uint8_t*>(sodium_malloc(bytes.size())));
  if (!data_) throw std::bad_alloc();
  std::copy(bytes.begin(), bytes.end(), data_.get());
}

void Secret::Wipe::operator()(std::uint8_t* data) const noexcept {
  sodium_free(data);
}

void wipe(std::string& text) noexcept {
  sodium_memzero(text.data(), text.size());
  text.clear();
}

}  // namespace hub::crypto
