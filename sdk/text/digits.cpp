#include "sdk/text/digits.hpp"

#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::text {

std::optional<char> ascii_digit(char32_t c) noexcept {
  if (c >= U'0' && c <= U'9') return static_cast<char>(c);
  if (c >= U'０' && c <= U'９') return static_cast<char>('0' + (c - U'０'));
  if (c >= 0x1D7CE && c <= 0x1D7FF) return static_cast<char>('0' + (c - 0x1D7CE) % 10);
  return std::nullopt;
}

std::optional<std::string> digits_only(std::string_view text) {
  std::string digits;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next(text, at);
    if (const auto digit = ascii_digit(c)) {
      digits += *digit;
    } else if (!is_space(c) && !is_hyphen_like(c)) {
      return std::nullopt;
    }
  }
  return digits;
}

}  // namespace tsunagu::text
