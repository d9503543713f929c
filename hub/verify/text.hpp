// Small readers of text: base64 and numbers, both strict.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hub::verify {

/// RFC 4648 section 4 with padding, no blanks, unused bits zero.
std::optional<std::string> from_base64(std::string_view text);
/// Decimal digits as one would write them, at most 18.
std::optional<std::int64_t> number_in(std::string_view text);
/// What stands before `end`, which is taken off too; everything where there is none.
std::string_view take(std::string_view& rest, char end);

}  // namespace hub::verify
