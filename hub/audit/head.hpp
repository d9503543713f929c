// Where a chain stands.
#pragma once

#include <cstdint>

#include "hub/crypto/sha256.hpp"

namespace hub::audit {

/// The number and hash of the last row. Zero and zeros at the beginning.
struct Head {
  std::int64_t seq = 0;
  crypto::Digest chain{};

  friend bool operator==(const Head&, const Head&) = default;
};

}  // namespace hub::audit
