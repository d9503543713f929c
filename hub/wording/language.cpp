#include "hub/wording/language.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace hub::wording {
namespace {

std::string_view trimmed(std::string_view text) noexcept {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Of `en-GB;q=0.8`: 0.8; 1 without a weight, 0 for one that is none.
double weight_of(std::string_view parameters) noexcept {
  const auto at = parameters.find('=');
  if (at == std::string_view::npos) return 1;
  const auto written = trimmed(parameters.substr(at + 1));
  double weight = 0;
  const auto read = std::from_chars(written.data(), written.data() + written.size(), weight,
                                    std::chars_format::fixed);
  const bool whole = read.ec == std::errc() && read.ptr == written.data() + written.size();
  return whole && weight >= 0 && weight <= 1 ? weight : 0;
}

/// `en` and `en-GB`, in any case.
bool is_of(std::string_view range, std::string_view language) noexcept {
  const auto primary = range.substr(0, range.find('-'));
  return std::equal(
      primary.begin(), primary.end(), language.begin(), language.end(),
      [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
}

}  // namespace

Language language_accepted(std::string_view field) noexcept {
  double ja = 0;
  double en = 0;
  while (!field.empty()) {
    const auto comma = std::min(field.find(','), field.size());
    const auto one = field.substr(0, comma);
    field.remove_prefix(std::min(comma + 1, field.size()));
    const auto semicolon = std::min(one.find(';'), one.size());
    const auto range = trimmed(one.substr(0, semicolon));
    const auto weight = weight_of(one.substr(semicolon));
    if (is_of(range, "ja")) ja = std::max(ja, weight);
    if (is_of(range, "en")) en = std::max(en, weight);
  }
  return en > ja ? Language::en : Language::ja;
}

std::string_view name_of(Language language) noexcept {
  return language == Language::ja ? "ja" : "en";
}

}  // namespace hub::wording
