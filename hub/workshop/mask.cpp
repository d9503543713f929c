#include "hub/workshop/mask.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "tsunagu/text/codes.hpp"
#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/date.hpp"
#include "tsunagu/text/encoding.hpp"
#include "tsunagu/text/phone.hpp"
#include "tsunagu/text/refused_numbers.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::workshop {
namespace {

namespace text = tsunagu::text;
using base::Kind;

/// Each character becomes another of its pool; what is in none stays (marks, spaces, long marks).
constexpr std::array<std::u32string_view, 13> pools{
    U"0123456789",
    U"０１２３４５６７８９",
    U"abcdefghijklmnopqrstuvwxyz",
    U"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    U"ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ",
    U"ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ",
    U"一二三四五六七八九",
    U"髙﨑濵德瀨塚",  // spellings that a plain font or an old code set lacks
    U"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ",
    U"がぎぐげござじずぜぞだぢづでどばびぶべぼ",
    U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ",
    U"ガギグゲゴザジズゼゾダヂヅデドバビブベボ",
    U"ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜ",
};
constexpr std::u32string_view voiced_half_width = U"ﾊﾋﾌﾍﾎ";  // ﾞ and ﾟ both stand after them
constexpr std::u32string_view kanji =
    U"朝雨池石糸岩梅枝音貝風金川木草雲里空竹谷月土鳥夏波庭野花林春冬星松水緑峰森山雪";
constexpr std::u32string_view foreign_two_bytes = U"äçéñöøüżдлю";
constexpr std::u32string_view foreign_three_bytes = U"가나다라마바사아자";
constexpr std::u32string_view outside_bmp = U"𠮷𡈽𠀋𡸴";
constexpr std::u32string_view of_dates = U"明治大正昭和平成令元年月日頃不詳生";
constexpr std::u32string_view of_places = U"都道府県市区町村郡丁目番地号";

bool in(std::u32string_view pool, char32_t c) {
  return pool.find(c) != std::u32string_view::npos;
}
bool is_kanji(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
}
bool is_digit(char32_t c) {
  return in(pools[0], c) || in(pools[1], c);
}

/// Letters of other scripts: a name may be written in any. Marks and symbols are none.
bool is_foreign(char32_t c) {
  const bool letters =
      (c >= 0xC0 && c < 0x2000) || (c >= 0x3100 && c < 0x3190) || (c >= 0xA000 && c < 0xD7B0);
  return letters && c != U'×' && c != U'÷';
}

class Mask {
 public:
  explicit Mask(base::Random& random) : random_(random) {}

  /// Another cell that the readers of dates, codes and telephone numbers judge the same.
  std::string of(const std::string& cell) {
    constexpr int tries = 2000;  // one of some 70 strings of seven digits is a day
    const std::string wanted = verdicts(cell);
    const std::u32string original = text::to_code_points(cell);
    std::string best;
    for (int i = 0; i < tries; ++i) {
      std::string candidate = text::to_utf8(once(original));
      if (text::find_refused_number(candidate)) continue;
      best = std::move(candidate);
      if (verdicts(best) == wanted) break;
    }
    return best.empty() ? without_digits(original) : best;
  }

 private:
  /// Of so many long numbers some always looks like one that may not be kept.
  std::string without_digits(const std::u32string& cell) {
    std::u32string out = once(cell);
    for (char32_t& c : out)
      c = in(pools[0], c) ? U'x' : in(pools[1], c) ? U'ｘ' : c;
    return text::to_utf8(out);
  }

  std::uint32_t pick(std::size_t below) {
    std::array<std::uint8_t, 4> bytes{};
    random_.fill(bytes);
    std::uint32_t number = 0;
    for (const std::uint8_t byte : bytes)
      number = (number << 8U) | byte;
    return number % static_cast<std::uint32_t>(below);
  }

  /// A digit may stay by chance: a date has few that fit. A letter never does.
  char32_t other(std::u32string_view pool, char32_t c) {
    char32_t got = c;
    do {
      got = pool[pick(pool.size())];
    } while (got == c && !is_digit(c));
    return got;
  }

  std::u32string once(const std::u32string& cell) {
    const bool digits = std::any_of(cell.begin(), cell.end(), is_digit);
    const bool date = std::all_of(cell.begin(), cell.end(), [](char32_t c) {
      return !is_kanji(c) || in(of_dates, c) || in(pools[6], c) || c == U'十';
    });
    std::u32string out;
    for (std::size_t i = 0; i < cell.size(); ++i) {
      const char32_t c = cell[i];
      const char32_t after = i + 1 < cell.size() ? cell[i + 1] : 0;
      const bool era = i == 0 && in(U"MTSHR", c) && is_digit(after);
      const bool kept = era || (date && in(of_dates, c)) || (digits && in(of_places, c));
      out += kept ? c : one(c, after);
    }
    return out;
  }

  char32_t one(char32_t c, char32_t after) {
    if ((after == U'ﾞ' || after == U'ﾟ') && in(pools.back(), c)) return other(voiced_half_width, c);
    for (const std::u32string_view pool : pools)
      if (in(pool, c)) return other(pool, c);
    if (c >= 0xE000 && c <= 0xF8FF) return 0xE000 + pick(0xBC);  // 外字
    if (is_kanji(c)) return other(kanji, c);
    if (c >= 0x20000 && c < 0x40000) return other(outside_bmp, c);
    return is_foreign(c) ? other(c < 0x800 ? foreign_two_bytes : foreign_three_bytes, c) : c;
  }

  static std::string verdicts(std::string_view cell) {
    const auto said = [](const auto& outcome) {
      return outcome.ok() ? std::string("ok ") : outcome.problem().code + " ";
    };
    const auto date = text::parse_date(cell);
    std::string all = said(date) + said(text::parse_insurer_number(cell)) +
                      said(text::parse_local_government_code(cell)) + said(text::parse_phone(cell));
    if (!date) return all;
    for (const text::DateNote note : date->notes)
      all += text::code_of(note);
    return all + std::to_string(static_cast<int>(date->precision));
  }

  base::Random& random_;
};

/// Walks over the delivery, and writes it again with other cells.
class Rewriter {
 public:
  Rewriter(const MaskWish& wish, base::Random& random)
      : wish_(wish), mask_(random), separator_(static_cast<unsigned char>(wish.separator)) {}

  std::string rewrite(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
      const char32_t c = text::next(utf8, at);
      step(c, at < utf8.size() ? utf8[at] : '\0');
    }
    flush();
    return std::move(out_);
  }
  /// Of the columns to keep the first that is not in the header; null: none.
  [[nodiscard]] const std::string* missing() const {
    const auto is_missing = [this](const std::string& wanted) {
      return std::none_of(names_.begin(), names_.end(),
                          [&wanted](const auto& name) { return name.second == wanted; });
    };
    const auto found = std::find_if(wish_.keep.begin(), wish_.keep.end(), is_missing);
    return found == wish_.keep.end() ? nullptr : &*found;
  }

 private:
  void step(char32_t c, char after) {
    if (c == U'"') quoted_ = !quoted_;
    const bool breaks = c == U'\n' || c == U'\r';
    const bool ends = !quoted_ && (breaks || c == separator_);
    if (!ends && c != U'"') return text::append(cell_, c);
    flush();
    text::append(out_, c);
    if (!ends) return;
    column_ = breaks ? 0 : column_ + 1;
    if (c == U'\n' || (c == U'\r' && after != '\n')) ++line_;
  }

  /// A cell, or what stands between two quotes of it.
  void flush() {
    if (in_header()) names_[column_] += text::trim(cell_);
    out_ += kept() ? cell_ : masked();
    cell_.clear();
  }

  [[nodiscard]] bool in_header() const { return line_ == wish_.header_line; }
  [[nodiscard]] bool kept() const {
    if (in_header() || text::trim(cell_).empty()) return true;
    const auto name = names_.find(column_);
    return name != names_.end() &&
           std::find(wish_.keep.begin(), wish_.keep.end(), name->second) != wish_.keep.end();
  }
  const std::string& masked() {
    auto& known = known_[{column_, cell_}];
    if (!known.empty()) return known;
    // Two keys should stay two; a column of all ten digits has no other choice in the end.
    constexpr int tries = 20;
    for (int i = 0; known.empty() || (i < tries && used_.count({column_, known}) != 0); ++i)
      known = mask_.of(cell_);
    used_.insert({column_, known});
    return known;
  }

  const MaskWish& wish_;
  Mask mask_;
  char32_t separator_;
  std::string out_;
  std::string cell_;
  std::size_t column_ = 0;
  std::uint64_t line_ = 1;
  bool quoted_ = false;
  std::map<std::size_t, std::string> names_;
  std::map<std::pair<std::size_t, std::string>, std::string> known_;
  std::set<std::pair<std::size_t, std::string>> used_;
};

}  // namespace

base::Result<std::string> masked(const std::string& delivery, const MaskWish& wish,
                                 base::Random& random) {
  text::Decoder decoder({text::Encoding::utf8, text::Encoding::cp932});
  const auto first = decoder.feed(delivery);
  if (!first) return base::fail(Kind::invalid, "the file is neither UTF-8 nor CP932");
  std::string utf8(*first);
  const auto rest = decoder.finish();
  if (!rest) return base::fail(Kind::invalid, "the file is neither UTF-8 nor CP932");
  utf8 += *rest;
  Rewriter rewriter(wish, random);
  std::string out = rewriter.rewrite(utf8);
  if (const auto* column = rewriter.missing())
    return base::fail(Kind::invalid, "a column to keep is not in the header: " + *column);
  if (decoder.encoding() == text::Encoding::cp932) return text::encode_cp932(out).bytes;
  return (delivery.starts_with("\xEF\xBB\xBF") ? "\xEF\xBB\xBF" : "") + out;
}

}  // namespace hub::workshop
