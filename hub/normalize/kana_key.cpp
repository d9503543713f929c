#include <algorithm>
#include <string>
#include <utility>

#include "hub/normalize/name_key.hpp"
#include "hub/normalize/name_orders.hpp"
#include "hub/normalize/repeated.hpp"
#include "hub/normalize/settled.hpp"
#include "tsunagu/text/kana.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

constexpr std::size_t usual_characters = 16;

/// What each katakana (U+30A0–30FF, and ㇰ–ㇿ of Ainu words from U+31F0) becomes.
class KanaMap {
 public:
  constexpr KanaMap(std::u32string_view from, std::u32string_view to) {
    for (std::size_t i = 0; i < from.size(); ++i)
      to_[from[i] - first] = to[i];
  }

  [[nodiscard]] constexpr char32_t operator()(char32_t c) const noexcept {
    return c >= first && c - first < size && to_[c - first] != 0 ? to_[c - first] : c;
  }

 private:
  static constexpr char32_t first = 0x30A0;
  static constexpr std::size_t size = 0x3200 - first;
  char32_t to_[size] = {};
};

constexpr KanaMap enlarged(U"ァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
                           U"アイウエオツヤユヨワカケクシストヌハヒフヘホムラリルレロ");

/// Kana that are written for one another.
constexpr KanaMap weakly_folded(U"ヂヅヲヰヱ", U"ジズオイエ");

constexpr KanaMap without_sound_mark(U"ガギグゲゴザジズゼゾダヂヅデドバビブベボ",
                                     U"カキクケコサシスセソタチツテトハヒフヘホ");

/// かな as カナ, Latin letters as capitals.
char32_t katakana(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - 0x20;
  return c >= U'ぁ' && c <= U'ゖ' ? c + 0x60 : c;
}

bool is_dot(char32_t c) {
  return c == U'・' || c == U'·' || c == U'‧' || c == U',';
}

bool is_dropped(char32_t c) {
  return text::is_space(c) || text::is_hyphen_like(c) || is_dot(c) || c == U'～' || c == U'~' ||
         c == U'=' || c == U'゠' || text::is_variation_selector(c);
}

bool is_kanji_or_latin(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_key_kana(char32_t c) {
  return c >= U'ァ' && c <= U'ヺ';
}

/// ヴァ is バ to most who write it down: ヴ and the vowel behind it become one kana of the バ row.
std::u32string with_b_row(std::u32string_view key) {
  constexpr std::u32string_view vowels = U"アイエオ";
  constexpr std::u32string_view b_row = U"バビベボ";
  std::u32string folded;
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (key[i] != U'ヴ') {
      folded += weakly_folded(key[i]);
      continue;
    }
    const auto vowel = i + 1 < key.size() ? vowels.find(key[i + 1]) : std::u32string_view::npos;
    folded += vowel == std::u32string_view::npos ? U'ブ' : b_row[vowel];
    if (vowel != std::u32string_view::npos) ++i;
  }
  return folded;
}

class Folder {
 public:
  explicit Folder(Notes& notes) : notes_(notes) { key_.reserve(usual_characters); }

  void take(char32_t c) {
    if (is_dropped(c)) {
      notes_.add(Note::kana_separator);
      if (is_dot(c) && !key_.empty()) ends_.push_back(key_.size());
      return;
    }
    if (const auto meant = repeated(key_.empty() ? 0 : key_.back(), c); meant != 0) {
      notes_.add(Note::kana_repeated);
      key_ += meant;
      return;
    }
    const auto kana = katakana(c);
    if (kana != c) notes_.add(Note::kana_width_and_script);
    key_ += enlarged(kana);
    if (key_.back() != kana) notes_.add(Note::kana_enlarged);
  }

  [[nodiscard]] const std::u32string& key() const noexcept { return key_; }

  /// ジョン・スミス may be スミス・ジョン; タカハシ ウメ is no foreign name.
  std::vector<std::u32string> orders() {
    if (ends_.empty() || ends_.back() >= key_.size()) return {};
    ends_.push_back(key_.size());
    return other_orders(key_, ends_);
  }

 private:
  Notes& notes_;
  std::u32string key_;
  std::vector<std::size_t> ends_;
};

Folder folded_kana(std::string_view kana, Notes& notes) {
  Folder folder(notes);
  for (std::size_t at = 0; at < kana.size();)
    folder.take(text::next(kana, at));
  return folder;
}

/// Kana of a key in which nothing is left to fold: nearly every one.
bool is_settled(std::u32string_view key) {
  return std::all_of(key.begin(), key.end(), is_key_kana);
}

std::string settled_kana(std::u32string_view folded) {
  Notes of_the_key_already;
  auto key = text::to_utf8(folded);
  if (is_settled(folded)) return key;
  return settled(std::move(key), [&](std::string_view before) {
    return text::to_utf8(folded_kana(text::nfkc(before), of_the_key_already).key());
  });
}

void add_weak_readings(const std::u32string& key, Normalized& result) {
  auto folded = with_b_row(key);
  result.add_weak(settled_kana(folded));
  std::transform(folded.begin(), folded.end(), folded.begin(), without_sound_mark);
  result.add_weak(settled_kana(folded));
}

}  // namespace

Normalized kana_key(std::string_view kana) {
  Normalized result;
  const auto wide = text::nfkc(kana);
  if (wide != kana) result.note(Note::kana_width_and_script);
  if (wide.find("\xEF\xBF\xBD") != std::string::npos && !text::is_utf8(kana))
    result.note(Note::kana_malformed);
  auto folder = folded_kana(wide, result.notes);
  result.key = settled_kana(folder.key());
  const auto key = text::to_code_points(result.key);
  if (key.empty()) result.note(Note::kana_empty);
  if (!std::all_of(key.begin(), key.end(), is_key_kana)) result.note(Note::kana_not_kana);
  if (std::any_of(key.begin(), key.end(), is_kanji_or_latin))
    result.note(Note::kana_kanji_or_latin);
  add_weak_readings(key, result);
  for (const auto& order : folder.orders())
    result.add_weak(settled_kana(order));
  return result;
}

}  // namespace hub::normalize
