#include "hub/normalize/name_key.hpp"

#include <algorithm>
#include <utility>

#include "hub/normalize/name_orders.hpp"
#include "hub/normalize/repeated.hpp"
#include "hub/normalize/settled.hpp"
#include "tsunagu/text/forms.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

constexpr std::size_t usual_characters = 16;
constexpr std::size_t most_weak_keys = 8;

bool is_latin(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

bool is_kana(char32_t c) {
  return (c >= U'ぁ' && c <= U'ゖ') || (c >= U'ァ' && c <= U'ー');
}

/// The private use area, and 〓 where somebody had no character.
bool is_gaiji(char32_t c) {
  return c == U'〓' || (c >= 0xE000 && c <= 0xF8FF);
}

/// Brackets and slashes too: where they held several names, those have been taken apart.
bool is_word_separator(char32_t c) {
  constexpr std::u32string_view separators = U"・·‧=゠,/()[]<>【】〔〕「」〈〉";
  return text::is_space(c) || separators.find(c) != std::u32string_view::npos;
}

/// What stands inside a word without being of it: O'Brien, J.Smith, an accent left alone, a joiner.
bool is_dropped_inside(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'‘' || c == U'`' || c == U'.' ||
         (c >= 0x300 && c <= 0x36F) || (c >= 0x200C && c <= 0x200F) || c == 0x2060;
}

/// One name, folded character by character.
class Folder {
 public:
  Folder(const Variants& variants, Notes& notes) : variants_(variants), notes_(notes) {
    key_.reserve(usual_characters);
  }

  void take(char32_t c) {
    if (text::is_variation_selector(c)) {
      notes_.add(Note::name_variation_selector);
    } else if (is_word_separator(c)) {
      notes_.add(Note::name_separator);
      end_word();
    } else if (text::is_hyphen_like(c)) {
      take_hyphen();
    } else if (is_dropped_inside(c)) {
      notes_.add(Note::name_separator);
    } else if (const auto meant = repeated(key_.empty() ? 0 : key_.back(), c); meant != 0) {
      notes_.add(Note::name_repeated);
      key_ += meant;
    } else {
      key_ += variants_.fold(c);
      if (key_.back() != c) notes_.add(Note::name_variant);
      if (is_gaiji(c)) notes_.add(Note::name_gaiji);
    }
  }

  /// LIFE wants a given name: who has only a full name writes ００ (two full-width zeros) there.
  void drop_dummy() {
    constexpr std::u32string_view dummy = U"00";
    while (key_.ends_with(dummy)) {
      key_.resize(key_.size() - dummy.size());
      notes_.add(Note::name_dummy_given_name);
    }
  }

  [[nodiscard]] const std::u32string& key() const noexcept { return key_; }

  /// Only Latin letters and katakana are written in either order.
  std::vector<std::u32string> orders() {
    const bool foreign = std::all_of(key_.begin(), key_.end(), [](char32_t c) {
      return is_latin(c) || (c >= U'ァ' && c <= U'ー');
    });
    if (ends_.empty() || !foreign) return {};
    end_word();
    while (!ends_.empty() && ends_.back() > key_.size())
      ends_.pop_back();
    return other_orders(key_, ends_);
  }

 private:
  void end_word() {
    if (!key_.empty() && (ends_.empty() || ends_.back() < key_.size()))
      ends_.push_back(key_.size());
  }

  /// マリ－ is マリー; a hyphen elsewhere keeps words apart.
  void take_hyphen() {
    if (!key_.empty() && is_kana(key_.back())) {
      key_ += U'ー';
    } else {
      notes_.add(Note::name_separator);
    }
  }

  const Variants& variants_;
  Notes& notes_;
  std::u32string key_;
  std::vector<std::size_t> ends_;
};

void add_weak(std::string weak, Normalized& result) {
  if (result.weak.size() < most_weak_keys) result.add_weak(std::move(weak));
}

/// Every way to read the characters that may be several others.
void add_weak_readings(std::u32string_view key, const Variants& variants, Normalized& result) {
  std::vector<std::u32string> readings;
  for (std::size_t at = 0; at < key.size(); ++at) {
    const auto others = variants.weak(key[at]);
    if (others.empty()) continue;
    if (readings.empty()) readings.emplace_back(key);
    const auto known = readings.size();
    for (const char32_t other : others) {
      for (std::size_t i = 0; i < known; ++i) {
        if (readings.size() > most_weak_keys) return result.note(Note::name_too_many_variants);
        auto reading = readings[i];
        reading[at] = variants.fold(other);
        readings.push_back(std::move(reading));
      }
    }
  }
  for (std::size_t i = 1; i < readings.size(); ++i)
    add_weak(text::to_utf8(readings[i]), result);
}

Folder folded_name(std::string_view name, const Variants& variants, Notes& notes) {
  Folder folder(variants, notes);
  for (std::size_t at = 0; at < name.size();)
    folder.take(text::next(name, at));
  folder.drop_dummy();
  return folder;
}

std::string settled_name(std::u32string_view folded, const Variants& variants) {
  Notes of_the_key_already;
  return settled(text::to_utf8(folded), [&](std::string_view key) {
    return text::to_utf8(folded_name(text::nfkc(key), variants, of_the_key_already).key());
  });
}

void key_of(std::string_view name, const Variants& variants, Normalized& result) {
  auto folder = folded_name(name, variants, result.notes);
  result.key = settled_name(folder.key(), variants);
  for (const auto& order : folder.orders())
    add_weak(settled_name(order, variants), result);
  add_weak_readings(folder.key(), variants, result);
}

bool has_latin(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(), [](char byte) {
    const auto c = static_cast<unsigned char>(byte);
    return (c >= 'a' && c <= 'z') || (c >= 0xC3 && c <= 0xCD) || c == 0xE1;
  });
}

std::string folded_of(std::string_view name, Notes& notes) {
  auto folded = text::nfkc(name);
  if (folded.find("\xEF\xBF\xBD") != std::string::npos && !text::is_utf8(name))
    notes.add(Note::name_malformed);
  if (name != folded) notes.add(Note::name_width);
  if (!has_latin(folded)) return folded;
  auto capitals = text::latin_capitals(folded);
  if (capitals != folded) notes.add(Note::name_latin);
  return capitals;
}

}  // namespace

NameKey name_key(std::string_view name, const Variants& variants) {
  NameKey result;
  const auto folded = folded_of(name, result.notes);
  const bool several = may_hold_several_names(folded);
  const auto parts = several ? name_parts(folded) : std::vector<NamePart>{};
  key_of(several ? std::string_view(parts.front().text) : folded, variants, result);
  if (result.key.empty()) result.note(Note::name_empty);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    Normalized part;
    key_of(parts[i].text, variants, part);
    if (part.key.empty()) continue;
    result.note(Note::name_further);
    result.further.push_back({parts[i].use, std::move(part.key)});
  }
  return result;
}

}  // namespace hub::normalize
