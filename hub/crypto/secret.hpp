// A key in memory: on its own locked page, wiped when it goes, never printed or copied.
#pragma once

#include <cstddef>
#include <memory>
#include <ostream>

#include "hub/crypto/bytes.hpp"

namespace hub::crypto {

class Secret {
 public:
  /// Copies the bytes in; wiping the original is the caller's.
  explicit Secret(ByteView bytes);

  [[nodiscard]] ByteView bytes() const noexcept { return {data_.get(), size_}; }

 private:
  struct Wipe {
    void operator()(std::uint8_t* data) const noexcept;
  };
  std::unique_ptr<std::uint8_t, Wipe> data_;
  std::size_t size_ = 0;
};

std::ostream& operator<<(std::ostream&, const Secret&) = delete;

/// Overwrites a text that held a secret.
void wipe(std::string& text) noexcept;

}  // namespace hub::crypto
