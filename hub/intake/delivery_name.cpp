#include "hub/intake/delivery_name.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "tsunagu/text/utf8.hpp"

namespace hub::intake {
namespace {

constexpr std::size_t longest_name = 255;  // of a file system

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool same_word(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char one, char other) { return lower(one) == lower(other); });
}

/// Where the parameter that begins at `begin` ends: at the next ';' outside quotes.
std::size_t end_of_parameter(std::string_view text, std::size_t begin) {
  bool quoted = false;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (quoted && text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      quoted = !quoted;
    } else if (text[at] == ';' && !quoted) {
      return at;
    }
  }
  return text.size();
}

/// The value of a parameter as it is written.
std::optional<std::string_view> parameter(std::string_view disposition, std::string_view name) {
  for (std::size_t at = end_of_parameter(disposition, 0); at < disposition.size();) {
    const auto end = end_of_parameter(disposition, at + 1);
    const auto part = disposition.substr(at + 1, end - at - 1);
    const auto equals = part.find('=');
    if (equals != std::string_view::npos && same_word(trimmed(part.substr(0, equals)), name))
      return trimmed(part.substr(equals + 1));
    at = end;
  }
  return std::nullopt;
}

std::string unquoted(std::string_view value) {
  if (value.empty() || value.front() != '"') return std::string(value);
  if (value.size() < 2 || value.back() != '"') return {};
  std::string out;
  for (std::size_t at = 1; at + 1 < value.size(); ++at) {
    if (value[at] == '\\' && at + 2 < value.size()) ++at;
    out += value[at];
  }
  return out;
}

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return std::nullopt;
}

/// RFC 8187: `UTF-8'language'percent-encoded`; empty where it is not.
std::string extended(std::string_view value) {
  const auto language = value.find('\'');
  const auto text = value.find('\'', language + 1);
  if (language == std::string_view::npos || text == std::string_view::npos) return {};
  if (!same_word(value.substr(0, language), "utf-8")) return {};
  std::string out;
  for (std::size_t at = text + 1; at < value.size(); ++at) {
    if (value[at] != '%') {
      out += value[at];
      continue;
    }
    const auto high = at + 2 < value.size() ? hex_digit(value[at + 1]) : std::nullopt;
    const auto low = high ? hex_digit(value[at + 2]) : std::nullopt;
    if (!low) return {};
    out += static_cast<char>(*high * 16 + *low);
    at += 2;
  }
  return out;
}

/// The last part of a path; empty where it can be no name.
std::string as_name(std::string name) {
  if (const auto path = name.find_last_of("/\\"); path != std::string::npos)
    name.erase(0, path + 1);
  const bool control = std::any_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  return control || name.size() > longest_name || !tsunagu::text::is_utf8(name) ? "" : name;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "Fri, 10 Apr 2026 08:30:00 GMT" as 20260410083000; other spellings are nobody's today.
std::string digits_of_moment(std::string_view moment) {
  constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  if (moment.size() != 29 || moment.substr(25) != " GMT") return {};
  const auto month = months.find(moment.substr(8, 3));
  const std::array parts{moment.substr(12, 4), moment.substr(5, 2), moment.substr(17, 2),
                         moment.substr(20, 2), moment.substr(23, 2)};
  if (month == std::string_view::npos || month % 3 != 0) return {};
  if (!std::all_of(parts.begin(), parts.end(), all_digits)) return {};
  const auto number = std::to_string(month / 3 + 1);
  std::string out(parts[0]);
  out.append(number.size() == 1 ? "0" : "").append(number);
  for (std::size_t i = 1; i < parts.size(); ++i)
    out.append(parts[i]);
  return out;
}

}  // namespace

std::string delivery_name(std::string_view disposition, std::string_view last_modified) {
  if (const auto value = parameter(disposition, "filename*")) {
    if (auto name = as_name(extended(*value)); !name.empty()) return name;
  }
  if (const auto value = parameter(disposition, "filename")) {
    if (auto name = as_name(unquoted(*value)); !name.empty()) return name;
  }
  const auto digits = digits_of_moment(trimmed(last_modified));
  return digits.empty() ? digits : "modified_" + digits;
}

}  // namespace hub::intake
