// From cells to the members of a record: dates, names, addresses, lists. The original stays beside
// whatever is made of it.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/record.hpp"
#include "tsunagu/text/date.hpp"
#include "tsunagu/text/kana.hpp"
#include "tsunagu/text/phone.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::feed {

inline std::string own(std::string_view text) {
  return std::string(text);
}

/// The first of January or of the month stands for what is not known, and the precision says so.
inline record::PartialDate partial(const text::Date& date) {
  const text::Date whole{date.year, std::max(date.month, 1), std::max(date.day, 1)};
  record::PartialDate partial(whole.iso());
  if (date.precision == text::Precision::month) partial.precision = record::Precision::month;
  if (date.precision == text::Precision::year) partial.precision = record::Precision::year;
  if (date.artificial) partial.artificial = true;
  return partial;
}

inline record::Field<record::PartialDate> partial(const std::optional<text::Date>& date) {
  if (!date) return {};
  return partial(*date);
}

/// Of a date that may not leave with its day (an abuse report).
inline record::PartialDate month_of(text::Date date) {
  date.day = 0;
  if (date.precision == text::Precision::day) date.precision = text::Precision::month;
  return partial(date);
}

/// The day, where all of it is known.
inline record::Field<std::string> day(const std::optional<text::Date>& date) {
  if (!date || date->precision != text::Precision::day) return {};
  return date->iso();
}

/// "髙橋　トミ" → "髙橋 トミ": GIF separates family and given name by one half-width space.
inline std::string one_space(std::string_view name) {
  std::string spaced;
  bool gap = false;
  for (std::string_view rest = text::trim(name); !rest.empty();) {
    const bool wide = rest.substr(0, 3) == "\u3000";
    const bool space = wide || rest.front() == ' ' || rest.front() == '\t';
    if (!space) {
      if (gap) spaced += ' ';
      spaced += rest.front();
    }
    gap = space;
    rest.remove_prefix(wide ? 3 : 1);
  }
  return spaced;
}

/// Katakana in full width, whatever the source writes.
inline std::string katakana(std::string_view kana) {
  return text::hira_to_kata(text::half_to_full_kana(one_space(kana)));
}

/// Family and given name where exactly one space parts them; else both empty.
struct Halves {
  std::string family{};
  std::string given{};
};
inline Halves halves(const std::string& spaced) {
  const std::size_t at = spaced.find(' ');
  if (at == std::string::npos || spaced.find(' ', at + 1) != std::string::npos) return {};
  return {spaced.substr(0, at), spaced.substr(at + 1)};
}

inline record::Name name(std::string_view written, std::string_view kana) {
  record::Name name(one_space(written), own(written));
  const Halves kanji = halves(name.full_name);
  name.family_name = kanji.family;
  name.given_name = kanji.given;
  const std::string reading = katakana(kana);
  const Halves read = halves(reading);
  name.family_name_kana = read.family;
  name.given_name_kana = read.given;
  name.full_name_kana = reading;
  return name;
}

inline record::Address address(std::string_view full, std::string_view building,
                               std::string_view postal_code) {
  record::Address address(own(full));
  address.building_name_etc = own(building);
  address.postal_code = own(postal_code);
  return address;
}

/// As written; the kind by its digits where they can be read.
inline record::Contact telephone(std::string_view written) {
  record::Contact contact(own(written));
  const auto phone = text::parse_phone(written);
  contact.kind =
      phone.ok() && phone->mobile ? record::ContactKind::mobile : record::ContactKind::phone;
  return contact;
}

inline record::Coding coding(std::string_view system, std::string_view code,
                             std::string_view text) {
  record::Coding coding;
  coding.system = own(system);
  coding.code = own(code);
  coding.text = own(text);
  return coding;
}

/// Only the source's words.
inline record::Field<record::Coding> words(std::string_view text) {
  if (text.empty()) return {};
  return coding({}, {}, text);
}

/// Vendors write a line break as the word （改行）; here it is one again.
inline std::string with_breaks(std::string_view text) {
  constexpr std::string_view word = "（改行）";
  std::string broken;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word)) {
    broken.append(text.substr(0, at)).append("\n");
    text.remove_prefix(at + word.size());
  }
  return broken.append(text);
}

/// The parts of a list cell, trimmed, empty ones left out.
inline std::vector<std::string_view> parts(std::string_view list, char separator) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    const std::string_view part = text::trim(list.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

}  // namespace tsunagu::feed
