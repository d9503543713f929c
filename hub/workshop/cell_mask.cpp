#include "hub/workshop/cell_mask.hpp"

#include <algorithm>
#include <array>

#include "tsunagu/text/codes.hpp"
#include "tsunagu/text/date.hpp"
#include "tsunagu/text/phone.hpp"
#include "tsunagu/text/refused_numbers.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::workshop {
namespace {

namespace text = tsunagu::text;

/// Each character becomes another of its pool, which are all of one length in UTF-8.
constexpr std::u32string_view digits = U"0123456789";
constexpr std::u32string_view wide_digits = U"０１２３４５６７８９";
constexpr std::u32string_view kanji_digits = U"一二三四五六七八九";
constexpr std::u32string_view half_width_kana = U"ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
constexpr std::array<std::u32string_view, 20> pools{
    digits,
    wide_digits,
    kanji_digits,
    half_width_kana,
    U"abcdefghijklmnopqrstuvwxyz",
    U"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    U"ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ",
    U"ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ",
    U"髙﨑濵德瀨塚",  // spellings that a plain font or an old code set lacks
    U"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
    U"がぎぐげござじずぜぞだぢづでどばびぶべぼ",
    U"ぱぴぷぺぽ",
    U"ぁぃぅぇぉっゃゅょゎ",
    U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    U"ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ",
    U"パピプペポ",
    U"ァィゥェォッャュョヮヵヶ",
    U"ｧｨｩｪｫｯｬｭｮ",
    U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫",
    U"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ",
};
constexpr std::u32string_view voiced_half_width = U"ﾊﾋﾌﾍﾎ";  // ﾞ and ﾟ both stand after them
constexpr std::u32string_view kanji =
    U"朝雨池石糸岩梅枝音貝風金川木草雲里空竹谷月土鳥夏波庭野花林春冬星松水緑峰森山雪";
constexpr std::u32string_view two_bytes = U"äçéñöøüß";
constexpr std::u32string_view greek_and_cyrillic = U"αδλπσдлюжб";  // CP932 has them too
constexpr std::u32string_view three_bytes = U"가나다라마바사아자";
constexpr std::u32string_view four_bytes = U"𠮷𡈽𠀋𡸴";
constexpr std::u32string_view of_dates = U"明治大正昭和平成令元年月日頃不詳生";
constexpr std::u32string_view of_places = U"都道府県市区町村郡丁目番地号";

struct Range {
  char32_t first;
  char32_t last;
};
/// What stays: marks, spaces and signs. Whatever is not here is taken for a letter.
constexpr Range marks[] = {
    {0x00, 0x2F},     {0x3A, 0x40},     {0x5B, 0x60},     {0x7B, 0xA9},     {0xAB, 0xB1},
    {0xB4, 0xB4},     {0xB6, 0xB8},     {0xBB, 0xBB},     {0xBF, 0xBF},     {0xD7, 0xD7},
    {0xF7, 0xF7},     {0x2000, 0x206F}, {0x2190, 0x245F}, {0x2500, 0x27BF}, {0x3000, 0x3004},
    {0x3008, 0x3020}, {0x3099, 0x309C}, {0x30A0, 0x30A0}, {0x30FB, 0x30FC}, {0xFE00, 0xFE0F},
    {0xFE30, 0xFE6F}, {0xFEFF, 0xFEFF}, {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40},
    {0xFF5B, 0xFF65}, {0xFF70, 0xFF70}, {0xFF9E, 0xFF9F}, {0xFFE0, 0xFFEE}, {0xFFFD, 0xFFFD},
};

bool in(std::u32string_view pool, char32_t c) {
  return pool.find(c) != std::u32string_view::npos;
}
bool is_mark(char32_t c) {
  return std::any_of(std::begin(marks), std::end(marks),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}
bool is_kanji(char32_t c) {
  return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x3007) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
}
bool is_digit(char32_t c) {
  return in(digits, c) || in(wide_digits, c);
}
bool is_private(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

/// By the length that it has in UTF-8.
std::u32string_view letters_like(char32_t c) {
  if (c >= 0x370 && c < 0x530) return greek_and_cyrillic;
  if (c < 0x800) return two_bytes;
  return c < 0x10000 ? three_bytes : four_bytes;
}

/// A date, or what was meant for one: its reader knows what is wrong with it. 昭一 is a name.
bool is_date(const std::string& cell, const std::u32string& letters) {
  const auto date = text::parse_date(cell);
  return std::any_of(letters.begin(), letters.end(),
                     [](char32_t c) { return is_digit(c) || c == U'年'; }) &&
         (date.ok() || date.problem().code != "date.unreadable");
}

/// 4420-1 or 3番地: then the words of an address stay in it.
bool is_address(const std::u32string& cell) {
  for (std::size_t i = 1; i < cell.size(); ++i) {
    const bool joins = in(U"番丁号", cell[i]) ||
                       (in(U"-－‐", cell[i]) && i + 1 < cell.size() && is_digit(cell[i + 1]));
    if (joins && is_digit(cell[i - 1])) return true;
  }
  return false;
}

std::string verdicts(std::string_view cell) {
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

}  // namespace

std::string CellMask::of(const std::string& cell) {
  constexpr int tries = 2000;  // one of some 70 strings of seven digits is a day
  const std::string wanted = verdicts(cell);
  const std::u32string original = text::to_code_points(cell);
  const bool date = is_date(cell, original);
  std::string best;
  for (int i = 0; i < tries; ++i) {
    std::string candidate = text::to_utf8(once(original, date));
    if (text::find_refused_number(candidate)) continue;
    best = std::move(candidate);
    if (verdicts(best) == wanted) break;
  }
  return best.empty() ? without_digits(original) : best;
}

/// Of so many long numbers some always looks like one that may not be kept.
std::string CellMask::without_digits(const std::u32string& cell) {
  std::u32string out = once(cell, false);
  for (char32_t& c : out)
    c = in(digits, c) ? U'x' : in(wide_digits, c) ? U'ｘ' : c;
  return text::to_utf8(out);
}

std::u32string CellMask::once(const std::u32string& cell, bool is_date) {
  const bool address = is_address(cell);
  std::u32string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char32_t c = cell[i];
    const char32_t after = i + 1 < cell.size() ? cell[i + 1] : 0;
    const bool era = i == 0 && in(U"MTSHR", c) && is_digit(after);
    const bool place = address && i > 0 && in(of_places, c);
    out += era || (is_date && in(of_dates, c)) || place ? c : one(c, after);
  }
  return out;
}

char32_t CellMask::one(char32_t c, char32_t after) {
  if (is_mark(c)) return c;
  if ((after == U'ﾞ' || after == U'ﾟ') && in(half_width_kana, c))
    return other(voiced_half_width, c);
  for (const std::u32string_view pool : pools)
    if (in(pool, c)) return other(pool, c);
  if (is_private(c)) return (c < 0xF0000 ? 0xE000 : 0xF0000) + pick(0xBC);  // 外字
  return other(is_kanji(c) ? kanji : letters_like(c), c);
}

/// A digit may stay by chance: a date has few that fit. A letter never does.
char32_t CellMask::other(std::u32string_view pool, char32_t c) {
  char32_t got = c;
  do {
    got = pool[pick(pool.size())];
  } while (got == c && !is_digit(c));
  return got;
}

std::uint32_t CellMask::pick(std::size_t below) {
  std::array<std::uint8_t, 4> bytes{};
  random_.fill(bytes);
  std::uint32_t number = 0;
  for (const std::uint8_t byte : bytes)
    number = (number << 8U) | byte;
  return number % static_cast<std::uint32_t>(below);
}

}  // namespace hub::workshop
