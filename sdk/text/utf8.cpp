#include "tsunagu/text/utf8.hpp"

#include "sdk/text/utf8_scan.hpp"

namespace tsunagu::text {

bool is_utf8(std::string_view text) noexcept {
  const auto scan = scan_utf8(text);
  return scan.end == scan_whole && scan.valid == text.size();
}

char32_t next(std::string_view text, std::size_t& at) noexcept {
  const auto bytes = text.substr(at);
  const auto size = utf8_sequence(bytes);
  if (size <= 0) {
    ++at;
    return replacement;
  }
  at += static_cast<std::size_t>(size);
  return utf8_value(bytes, size);
}

void append(std::string& text, char32_t c) {
  char bytes[4];
  text.append(bytes, put_utf8(c, bytes));
}

std::u32string to_code_points(std::string_view text) {
  std::u32string code_points;
  code_points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();)
    code_points += next(text, at);
  return code_points;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string text;
  text.reserve(code_points.size() * 3);
  for (const auto c : code_points)
    append(text, c);
  return text;
}

std::size_t length(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count)
    next(text, at);
  return count;
}

}  // namespace tsunagu::text
