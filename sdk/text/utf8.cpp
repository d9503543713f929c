#include "tsunagu/text/utf8.hpp"

#include "sdk/text/utf8_scan.hpp"

namespace tsunagu::text {

bool is_utf8(std::string_view text) noexcept {
  const auto scan = scan_utf8(text);
  return scan.end == scan_whole && scan.valid == text.size();
}

namespace {

constexpr bool continues(unsigned byte) noexcept {
  return (byte & 0xC0U) == 0x80U;
}

/// Most of Japanese: three bytes that can be neither overlong nor a surrogate.
constexpr bool is_plain_lead(unsigned lead) noexcept {
  return lead > 0xE0 && lead < 0xF0 && lead != 0xED;
}

}  // namespace

char32_t next(std::string_view text, std::size_t& at) noexcept {
  const auto byte = [&](std::size_t i) -> unsigned {
    return static_cast<unsigned char>(text[at + i]);
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  if (is_plain_lead(lead) && text.size() - at > 2 && continues(byte(1)) && continues(byte(2))) {
    const char32_t c = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    at += 3;
    return c;
  }
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
