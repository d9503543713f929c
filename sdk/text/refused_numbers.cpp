#include "tsunagu/text/refused_numbers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "sdk/text/digits.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::text {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

/// A name without what people put between its words. A program's own names are ASCII and have no
/// widths to fold.
std::string folded_header(std::string_view name) {
  const auto wide = is_ascii(name) ? std::string(name) : nfkc(name);
  std::string folded;
  for (std::size_t at = 0; at < wide.size();) {
    const auto c = next(wide, at);
    if (is_space(c) || c == U'_' || c == U'-' || c == U'・' || c == U'.') continue;
    append(folded, c >= U'A' && c <= U'Z' ? c + 0x20 : c);
  }
  return folded;
}

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

template <std::size_t N>
bool has_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return has(text, word); });
}

constexpr std::array<std::string_view, 6> my_number_words = {
    "個人番号", "マイナンバー", "まいなんばー", "mynumber", "individualnumber", "特定個人情報"};
constexpr std::array<std::string_view, 3> resident_code_words = {"住民票コード", "住民票番号",
                                                                 "juminhyocode"};
constexpr std::array<std::string_view, 2> unified_atena_words = {"統合宛名番号", "団体内統合宛名"};
constexpr std::array<std::string_view, 6> health_words = {
    "保険証記号", "保険証番号", "保険者記号", "保険者証記号", "保険者等記号", "健康保険証"};

/// 介護の被保険者番号 and a 手帳's 記号番号 are not the health insurance's.
bool names_health_insurance(std::string_view name) {
  if (has(name, "手帳")) return false;
  if (has_any(name, health_words) || has(name, "記号番号")) return true;
  return has(name, "健康保険") && (has(name, "記号") || has(name, "番号"));
}

int value(char digit) {
  return digit - '0';
}

/// 個人番号 (平成26年総務省令85号5条) and 住民票コード share the rule: from the right, weights 2–7
/// and again from 2; eleven less the remainder, and 0 for a remainder of 0 or 1.
bool checks(std::string_view digits) {
  const auto body = digits.substr(0, digits.size() - 1);
  int sum = 0;
  for (std::size_t n = 0; n < body.size(); ++n)
    sum += value(body[body.size() - 1 - n]) * static_cast<int>(n % 6 + 2);
  const int remainder = sum % 11;
  return value(digits.back()) == (remainder <= 1 ? 0 : 11 - remainder);
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

constexpr std::string_view uuid_shape = "hhhhhhhh-hhhh-Vhhh-vhhh-hhhhhhhhhhhh";

/// RFC 9562: an identifier that stands by itself, with its version and variant. Its digits are
/// nobody's number, though one in some hundred would pass for one.
bool is_uuid_at(std::string_view text, std::size_t at) {
  const auto part = text.substr(at, uuid_shape.size());
  if (part.size() < uuid_shape.size() || (at > 0 && is_word(text[at - 1]))) return false;
  if (at + uuid_shape.size() < text.size() && is_word(text[at + uuid_shape.size()])) return false;
  for (std::size_t i = 0; i < uuid_shape.size(); ++i) {
    if (uuid_shape[i] == '-' ? part[i] != '-' : !is_hex(part[i])) return false;
    if (uuid_shape[i] == 'V' && (part[i] < '1' || part[i] > '8')) return false;
    if (uuid_shape[i] == 'v' && !has("89abAB", part.substr(i, 1))) return false;
  }
  return true;
}

/// A run of digits without anything between.
struct Group {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string digits{};
  char32_t joint = 0;  ///< the one separator that joins it to the next group, or 0
};

std::vector<Group> groups_in(std::string_view text) {
  std::vector<Group> groups;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto here = at;
    if (is_uuid_at(text, at)) {
      at += uuid_shape.size();
      if (!groups.empty()) groups.back().joint = 0;
      inside = false;
      continue;
    }
    const auto c = next(text, at);
    if (const auto digit = ascii_digit(c)) {
      if (!inside) groups.push_back({.begin = here});
      inside = true;
      groups.back().digits += *digit;
      groups.back().end = at;
      continue;
    }
    const bool separates = is_space(c) || is_hyphen_like(c);
    if (!groups.empty())
      groups.back().joint = inside && separates ? (is_space(c) ? U' ' : U'-') : 0;
    inside = false;
  }
  if (!groups.empty() && inside) groups.back().joint = 0;
  return groups;
}

/// 090-1234-5678 is a telephone number wherever it stands.
bool is_grouped_mobile(const std::vector<Group>& groups, std::size_t first, std::size_t last) {
  return last == first + 2 && groups[first].digits.size() == 3 && groups[first].digits[0] == '0' &&
         groups[first].digits[2] == '0' && groups[first + 1].digits.size() == 4;
}

std::optional<RefusedNumber> judge(std::string_view digits, bool telephone) {
  if (digits.size() == 12 && checks(digits)) return RefusedNumber::my_number;
  if (digits.size() == 11 && !telephone && checks(digits)) return RefusedNumber::resident_code;
  return std::nullopt;
}

/// Groups from `first` on that one kind of separator joins, up to twelve digits.
std::optional<RefusedFinding> find_from(const std::vector<Group>& groups, std::size_t first,
                                        NumberSearch where) {
  std::string digits;
  const auto joint = groups[first].joint;
  for (std::size_t last = first; last < groups.size(); ++last) {
    digits += groups[last].digits;
    if (digits.size() > 12) return std::nullopt;
    const bool telephone = where.telephone_column || is_grouped_mobile(groups, first, last);
    if (const auto number = judge(digits, telephone))
      return RefusedFinding{*number, groups[first].begin, groups[last].end - groups[first].begin};
    if (groups[last].joint == 0 || groups[last].joint != joint) return std::nullopt;
  }
  return std::nullopt;
}

/// Most cells end here: fewer than eleven bytes that could begin or be a digit.
bool too_few_digits(std::string_view text) {
  const auto count = std::count_if(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '\xEF' || c == '\xF0';
  });
  return count < 11;
}

}  // namespace

std::string_view code_of(RefusedNumber number) noexcept {
  switch (number) {
    case RefusedNumber::my_number:
      return "refused.my_number";
    case RefusedNumber::resident_code:
      return "refused.resident_code";
    case RefusedNumber::health_insurance:
      return "refused.health_insurance";
    case RefusedNumber::unified_atena:
      return "refused.unified_atena";
  }
  return "";
}

std::string_view name_of(RefusedNumber number) noexcept {
  switch (number) {
    case RefusedNumber::my_number:
      return "個人番号";
    case RefusedNumber::resident_code:
      return "住民票コード";
    case RefusedNumber::health_insurance:
      return "健康保険の記号・番号";
    case RefusedNumber::unified_atena:
      return "団体内統合宛名番号";
  }
  return "";
}

std::optional<RefusedNumber> refused_header(std::string_view name) {
  const auto folded = folded_header(name);
  if (has_any(folded, my_number_words)) return RefusedNumber::my_number;
  if (has_any(folded, resident_code_words)) return RefusedNumber::resident_code;
  if (has_any(folded, unified_atena_words)) return RefusedNumber::unified_atena;
  if (names_health_insurance(folded)) return RefusedNumber::health_insurance;
  return std::nullopt;
}

std::optional<RefusedFinding> find_refused_number(std::string_view text, NumberSearch where) {
  if (too_few_digits(text)) return std::nullopt;
  const auto groups = groups_in(text);
  for (std::size_t first = 0; first < groups.size(); ++first) {
    if (auto found = find_from(groups, first, where)) return found;
  }
  return std::nullopt;
}

}  // namespace tsunagu::text
