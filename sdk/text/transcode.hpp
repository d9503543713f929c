// One pass from bytes of one encoding to UTF-8, stopping before what is malformed or not whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tsunagu/text/encoding.hpp"

namespace tsunagu::text {

enum class Stop : std::uint8_t { end, incomplete, malformed };

struct Pass {
  std::size_t read = 0;
  std::size_t written = 0;
  std::uint64_t gaiji = 0;
  Stop stop = Stop::end;
};

/// `out` must have room for `room_for(bytes.size())`.
Pass transcode(Encoding from, std::string_view bytes, char* out);

/// No encoding of ours grows more than threefold (a half-width kana), and a write is four bytes.
constexpr std::size_t room_for(std::size_t bytes) {
  return bytes * 3 + 4;
}

}  // namespace tsunagu::text
