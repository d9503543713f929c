#include "hub/normalize/name_key.hpp"

#include <algorithm>

#include "tsunagu/text/gaiji.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

constexpr std::size_t most_weak_keys = 8;

bool is_name_separator(char32_t c) {
  return text::is_space(c) || c == U'・' || c == U'·' || c == U'‧' || c == U'･';
}

/// LIFE wants a given name, so who has only a full name writes ００ (two full-width zeros) there.
std::u32string_view without_dummy(std::u32string_view name, Normalized& result) {
  if (name.size() <= 2 || name.substr(name.size() - 2) != U"00") return name;
  result.warn("name.dummy_given_name");
  return name.substr(0, name.size() - 2);
}

/// Every way to read the characters that may be several others.
void add_weak_keys(std::u32string_view key, const Variants& variants, Normalized& result) {
  std::vector<std::u32string> readings = {std::u32string(key)};
  for (std::size_t at = 0; at < key.size(); ++at) {
    const auto others = variants.weak(key[at]);
    const auto known = readings.size();
    for (const char32_t other : others) {
      for (std::size_t i = 0; i < known; ++i) {
        if (readings.size() > most_weak_keys) return result.warn("name.too_many_variants");
        auto reading = readings[i];
        reading[at] = variants.fold(other);
        readings.push_back(std::move(reading));
      }
    }
  }
  for (std::size_t i = 1; i < readings.size(); ++i) {
    auto weak = text::to_utf8(readings[i]);
    if (weak != result.key) result.weak.push_back(std::move(weak));
  }
}

void note_differences(std::string_view original, std::string_view folded, Normalized& result) {
  if (original != folded) result.step("name.nfkc");
  if (text::count_gaiji(original) > 0) result.warn("name.gaiji");
  if (!text::is_utf8(original)) result.warn("name.malformed");
}

}  // namespace

Normalized name_key(std::string_view name, const Variants& variants) {
  Normalized result;
  const auto folded = text::nfkc(name);
  note_differences(name, folded, result);
  std::u32string key;
  for (std::size_t at = 0; at < folded.size();) {
    const auto c = text::next(folded, at);
    if (text::is_variation_selector(c)) {
      result.step("name.variation_selector");
    } else if (is_name_separator(c)) {
      result.step("name.separator");
    } else {
      key += variants.fold(c);
      if (key.back() != c) result.step("name.variant");
    }
  }
  const auto trimmed = without_dummy(key, result);
  if (trimmed.empty()) result.warn("name.empty");
  result.key = text::to_utf8(trimmed);
  add_weak_keys(trimmed, variants, result);
  return result;
}

}  // namespace hub::normalize
