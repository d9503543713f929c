// Numbers as the chain hashes them.
#pragma once

#include <cstdint>
#include <string>

namespace hub::audit {

/// Eight bytes, the highest first: the same on every machine.
inline void put_number(std::string& out, std::int64_t number) {
  for (int shift = 56; shift >= 0; shift -= 8)
    out.push_back(static_cast<char>(static_cast<std::uint64_t>(number) >> shift));
}

}  // namespace hub::audit
