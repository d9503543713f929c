#include "hub/verify/text.hpp"

#include <algorithm>

namespace hub::verify {
namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Four characters, of which the last `padding` stand for nothing.
bool decode_group(std::string_view group, std::size_t padding, std::string& out) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto value = i < 4 - padding ? alphabet.find(group[i]) : 0;
    if (value == std::string_view::npos) return false;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
  }
  const std::uint32_t unused = padding == 0 ? 0 : padding == 1 ? 0xFF : 0xFFFF;
  if ((bits & unused) != 0) return false;
  for (std::size_t i = 0; i < 3 - padding; ++i)
    out.push_back(static_cast<char>(bits >> (16 - 8 * i)));
  return true;
}

}  // namespace

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string out;
  out.reserve(text.size() / 4 * 3);
  for (std::size_t at = 0; at < text.size(); at += 4) {
    const std::string_view group = text.substr(at, 4);
    const bool last = at + 4 == text.size();
    const std::size_t padding = !last || group[3] != '=' ? 0 : group[2] != '=' ? 1 : 2;
    if (!decode_group(group, padding, out)) return std::nullopt;
  }
  return out;
}

std::optional<std::int64_t> number_in(std::string_view text) {
  if (text.empty() || text.size() > 18 || (text.size() > 1 && text[0] == '0')) return std::nullopt;
  std::int64_t number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  return number;
}

std::string_view take(std::string_view& rest, char end) {
  const std::string_view part = rest.substr(0, rest.find(end));
  rest.remove_prefix(std::min(rest.size(), part.size() + 1));
  return part;
}

}  // namespace hub::verify
