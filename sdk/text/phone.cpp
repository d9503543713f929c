#include "tsunagu/text/phone.hpp"

#include <optional>
#include <utility>

#include "sdk/text/digits.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::text {
namespace {

Problem problem(const char* code, const char* text) {
  return {.code = code, .text = text};
}

bool is_phone_mark(char32_t c) {
  return is_space(c) || is_hyphen_like(c) || c == U'(' || c == U')' || c == U'.' || c == U'/' ||
         c == U'・' || c == U'の' || c == U'~';
}

/// Cuts the text behind 内線, "ext" or '#' off, and gives it back.
std::string take_extension(std::string& text) {
  for (const std::string_view word : {"内線", "(内", "ext", "#", "内)"}) {
    const auto at = text.find(word);
    if (at == std::string::npos) continue;
    std::string digits;
    const auto behind = text.substr(at + word.size());
    for (std::size_t i = 0; i < behind.size();) {
      if (const auto digit = ascii_digit(next(behind, i))) digits += *digit;
    }
    text.erase(at);
    return digits;
  }
  return {};
}

/// "TEL", "電話", "自宅" and the like in front, and (代) behind: 代表 is the main number.
void drop_labels(std::string& text) {
  for (const std::string_view word :
       {"自宅", "携帯", "勤務先", "TEL", "Tel", "tel", "電話番号", "電話", ":"}) {
    if (text.compare(0, word.size(), word) == 0) text.erase(0, word.size());
  }
  for (const std::string_view word : {"(代)", "(代表)", "代表", "代"}) {
    if (text.size() < word.size()) continue;
    const auto at = text.size() - word.size();
    if (text.compare(at, word.size(), word) == 0) text.erase(at);
  }
}

/// Digits with +81 turned into 0; nothing where another word stands in it.
std::optional<std::string> national_digits(std::string_view text) {
  const bool abroad = text.substr(0, 1) == "+";
  if (abroad) text.remove_prefix(1);
  std::string digits;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next(text, at);
    if (const auto digit = ascii_digit(c)) {
      digits += *digit;
    } else if (!is_phone_mark(c)) {
      return std::nullopt;
    }
  }
  if (!abroad) return digits;
  if (digits.compare(0, 2, "81") != 0) return std::nullopt;
  digits.erase(0, 2);
  return digits.compare(0, 1, "0") == 0 ? digits : "0" + digits;
}

bool is_mobile(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '0' && digits[1] >= '6' && digits[2] == '0';
}

}  // namespace

Outcome<Phone> parse_phone(std::string_view text) {
  auto folded = without_spaces(nfkc(text));
  if (folded.empty()) return problem("phone.empty", "電話番号が書かれていません");
  drop_labels(folded);
  auto extension = take_extension(folded);
  const auto digits = national_digits(folded);
  if (!digits || digits->empty())
    return problem("phone.unreadable", "電話番号として読めない文字が入っています");
  if (digits->front() != '0' || digits->size() < 10 || digits->size() > 11)
    return problem("phone.length", "電話番号の桁数が正しくありません（0から始まる10桁か11桁）");
  return Phone{.digits = *digits, .extension = std::move(extension), .mobile = is_mobile(*digits)};
}

}  // namespace tsunagu::text
