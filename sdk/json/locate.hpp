// Where text stops being JSON. simdjson says that it isn't, not where; this small scanner of
// RFC 8259 runs only then, keeps no tree and does not recurse.
#pragma once

#include <cstddef>
#include <string_view>

namespace tsunagu::json {

struct BadByte {
  std::size_t offset = 0;  ///< of the first byte that can't be there; the size where the text ends
  bool too_deep = false;   ///< it is a bracket, and only its depth is wrong
};

BadByte first_bad_byte(std::string_view text, std::size_t depth);

/// Byte offset of the first byte that is not part of well-formed UTF-8; the size where all is.
std::size_t first_bad_utf8(std::string_view text);

}  // namespace tsunagu::json
