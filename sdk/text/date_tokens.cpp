#include "sdk/text/date_tokens.hpp"

#include <array>
#include <optional>
#include <string>

#include "sdk/text/digits.hpp"
#include "tsunagu/text/numeral.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::text {
namespace {

constexpr std::size_t usual_tokens = 8;
constexpr std::size_t most_tokens = 32;
constexpr std::size_t most_digits = 8;

struct Word {
  std::u32string_view text;
  DateWord word;
  Era era = Era::none;
};

/// Longer words before their beginnings.
constexpr std::array<Word, 54> words = {{
    {U"西暦", DateWord::western},
    {U"令和", DateWord::era, Era::reiwa},
    {U"平成", DateWord::era, Era::heisei},
    {U"昭和", DateWord::era, Era::showa},
    {U"大正", DateWord::era, Era::taisho},
    {U"明治", DateWord::era, Era::meiji},
    {U"㋿", DateWord::era, Era::reiwa},
    {U"㍻", DateWord::era, Era::heisei},
    {U"㍼", DateWord::era, Era::showa},
    {U"㍽", DateWord::era, Era::taisho},
    {U"㍾", DateWord::era, Era::meiji},
    {U"令", DateWord::era, Era::reiwa},
    {U"平", DateWord::era, Era::heisei},
    {U"昭", DateWord::era, Era::showa},
    {U"大", DateWord::era, Era::taisho},
    {U"明", DateWord::era, Era::meiji},
    {U"R", DateWord::era, Era::reiwa},
    {U"H", DateWord::era, Era::heisei},
    {U"S", DateWord::era, Era::showa},
    {U"T", DateWord::era, Era::taisho},
    {U"M", DateWord::era, Era::meiji},
    {U"r", DateWord::era, Era::reiwa},
    {U"h", DateWord::era, Era::heisei},
    {U"s", DateWord::era, Era::showa},
    {U"t", DateWord::era, Era::taisho},
    {U"m", DateWord::era, Era::meiji},
    {U"元", DateWord::first_year},
    {U"年", DateWord::year_mark},
    {U"月", DateWord::month_mark},
    {U"日", DateWord::day_mark},
    {U"頃", DateWord::about},
    {U"ごろ", DateWord::about},
    {U"ころ", DateWord::about},
    {U"約", DateWord::about},
    {U"くらい", DateWord::about},
    {U"ぐらい", DateWord::about},
    {U"推定", DateWord::about},
    {U"上旬", DateWord::about},
    {U"中旬", DateWord::about},
    {U"下旬", DateWord::about},
    {U"生まれ", DateWord::born},
    {U"生", DateWord::born},
    {U"不詳", DateWord::unknown},
    {U"不明", DateWord::unknown},
    {U":", DateWord::time},
    {U"(", DateWord::open},
    {U")", DateWord::close},
    {U"/", DateWord::separator},
    {U".", DateWord::separator},
    {U",", DateWord::separator},
    {U"、", DateWord::separator},
    {U"・", DateWord::separator},
    {U"･", DateWord::separator},
    {U"。", DateWord::separator},
}};

/// Full-width ASCII, and the Kangxi radicals ⽇ and ⽉ that a copy from PDF leaves; everything else
/// as it stands.
std::u32string folded(std::string_view text) {
  auto points = to_code_points(text);
  for (auto& c : points) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c == U'⽇') c = U'日';
    if (c == U'⽉') c = U'月';
  }
  return points;
}

constexpr std::u32string_view kanji_units = U"十拾百千廿卅";

bool is_numeral(char32_t c) {
  return ascii_digit(c) || kanji_digit(c) || kanji_units.find(c) != std::u32string_view::npos;
}

/// 20240401, 〇六 or 三十: digits in their places, or kanji with units.
DateToken number_token(std::u32string_view run) {
  if (run.size() > most_digits) return {};
  if (run.find_first_of(kanji_units) != std::u32string_view::npos) {
    const auto value = parse_integer(to_utf8(run));
    if (!value) return {};
    return {.word = DateWord::number, .value = static_cast<int>(*value)};
  }
  int value = 0;
  for (const auto c : run) {
    const auto digit = ascii_digit(c);
    value = value * 10 + (digit ? *digit - '0' : *kanji_digit(c));
  }
  return {.word = DateWord::number, .value = value, .digits = static_cast<int>(run.size())};
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(folded(text)) {}

  std::vector<DateToken> run() {
    std::vector<DateToken> tokens;
    tokens.reserve(usual_tokens);
    while (skip_spaces()) {
      if (tokens.size() == most_tokens) return tokens.push_back({}), tokens;
      auto token = take();
      token.spaced = spaced_;
      tokens.push_back(token);
    }
    return tokens;
  }

 private:
  bool skip_spaces() {
    spaced_ = false;
    while (at_ < text_.size() && is_space(text_[at_])) {
      spaced_ = true;
      ++at_;
    }
    return at_ < text_.size();
  }

  DateToken take() {
    const std::u32string_view rest = std::u32string_view(text_).substr(at_);
    std::size_t size = 0;
    while (size < rest.size() && is_numeral(rest[size]))
      ++size;
    if (size > 0) {
      at_ += size;
      return number_token(rest.substr(0, size));
    }
    for (const auto& word : words) {
      if (rest.front() != word.text.front()) continue;
      if (rest.substr(0, word.text.size()) != word.text) continue;
      at_ += word.text.size();
      return {.word = word.word, .era = word.era};
    }
    ++at_;
    const auto c = rest.front();
    if (c == U'〜' || c == U'∼' || is_hyphen_like(c)) return {.word = DateWord::separator};
    return {};
  }

  std::u32string text_;
  std::size_t at_ = 0;
  bool spaced_ = false;
};

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  return Tokenizer(text).run();
}

}  // namespace tsunagu::text
