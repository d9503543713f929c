#include "tests/bench/population/name_writer.hpp"

#include "tests/bench/population/text.hpp"
#include "tests/bench/population/typing.hpp"
#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/kana.hpp"

namespace bench::population {

namespace {

constexpr std::string_view wide_space = "　";
constexpr std::string_view geta = "〓";
constexpr std::string_view private_use = "\uE005";      // F045, a vendor's own character
constexpr std::string_view compatibility = "\xEF\xA8";  // U+FA00 … U+FA3F

/// The first word, and the rest.
Written first_word(const std::string& text, char separator) {
  const std::size_t at = text.find(separator);
  if (at == std::string::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

}  // namespace

NameWriter::NameWriter(const NameBook& names, const Rates& rates) : names_(&names), rates_(&rates) {
  for (const Variant& one : names.variants()) {
    if (!tsunagu::text::fits_cp932(one.variant)) outside_cp932_.push_back(one);
  }
}

std::string NameWriter::plain(const Being& being) const {
  if (being.passport) return being.passport->katakana;
  return names_->common(being.family.kanji + " " + being.given.kanji);
}

NameWriter::Parts NameWriter::of_japanese(Dice& dice, const Being& being, Row& row) const {
  Parts parts{being.family, being.given, false};
  if (being.renamed == 0) return parts;
  if (row.recorded < being.renamed) {
    parts.family = being.former;
    row.dirt.add(Dirt::former_name);
  } else if (dice.percent(25)) {
    row.other_name = being.former.kanji;
  }
  return parts;
}

NameWriter::Parts NameWriter::of_foreigner(Dice& dice, const Being& being, Row& row) const {
  const Passport& passport = *being.passport;
  if (being.usual && rates_->befalls(dice, row, Dirt::usual_name)) {
    if (dice.percent(40)) row.other_name = passport.katakana;
    const Written kanji = first_word(being.usual->kanji, ' ');
    const Written kana = first_word(being.usual->kana, ' ');
    return {{kanji.kanji, kana.kanji}, {kanji.kana, kana.kana}, false};
  }
  if (being.usual && dice.percent(45)) row.other_name = being.usual->kanji;
  const std::string kana = replaced(passport.katakana, "・", " ");
  const Written read = first_word(kana, ' ');
  const bool latin = rates_->befalls(dice, row, Dirt::latin_name);
  const std::string text = latin ? passport.latin : kana;
  const Written written = first_word(text, ' ');
  return {{written.kanji, read.kanji}, {written.kana, read.kana}, true};
}

/// Errors of ear, eye and hand.
void NameWriter::mistake(Dice& dice, Parts& parts, Row& row) const {
  if (dice.chance((*rates_)[Dirt::other_reading])) {
    const std::string other =
        names_->other_reading(dice, names_->common(parts.family.kanji), parts.family.kana);
    if (!other.empty()) {
      parts.family.kana = other;
      row.dirt.add(Dirt::other_reading);
    }
  }
  if (dice.chance((*rates_)[Dirt::kana_typo])) {
    std::string& kana = dice.percent(50) ? parts.family.kana : parts.given.kana;
    const std::string before = kana;
    kana = kana_slip(dice, kana);
    if (kana != before) row.dirt.add(Dirt::kana_typo);
  }
  if (!dice.chance((*rates_)[Dirt::kanji_typo]) || parts.foreign) return;
  Written& wrong = dice.percent(30) ? parts.family : parts.given;
  std::string other = names_->same_sound(dice, wrong.kana, names_->common(wrong.kanji));
  if (other.empty()) other = look_alike(dice, wrong.kanji);
  if (other != wrong.kanji) row.dirt.add(Dirt::kanji_typo);
  wrong.kanji = other;
}

/// In the register's kanji or in common ones, and as far as the system can hold them.
void NameWriter::spell(Dice& dice, std::string& kanji, Row& row) const {
  if (dice.chance((*rates_)[Dirt::variant_kanji])) {
    const std::string common = names_->common(kanji);
    if (common != kanji) row.dirt.add(Dirt::variant_kanji);
    kanji = common;
  }
  if (is_cp932(row.source)) {
    fit_cp932(dice, kanji, row);
  } else {
    for (const Variant& one : outside_cp932_) {
      if (kanji.find(one.variant) != std::string::npos) row.dirt.add(Dirt::outside_cp932);
    }
  }
  if (kanji.find(compatibility) != std::string::npos) row.dirt.add(Dirt::compatibility_kanji);
}

void NameWriter::fit_cp932(Dice& dice, std::string& kanji, Row& row) const {
  for (const Variant& one : outside_cp932_) {
    if (kanji.find(one.variant) == std::string::npos) continue;
    if (rates_->befalls(dice, row, Dirt::gaiji)) {
      kanji = replaced(kanji, one.variant, dice.percent(50) ? geta : private_use);
    } else {
      row.dirt.add(Dirt::variant_kanji);
      kanji = replaced(kanji, one.variant, one.common);
    }
  }
}

std::string NameWriter::joined(Dice& dice, const Parts& parts, Row& row) const {
  std::string family = parts.family.kanji;
  std::string given = parts.given.kanji;
  if (given.empty()) return family;
  if (rates_->befalls(dice, row, Dirt::names_swapped)) std::swap(family, given);
  const bool apart = !rates_->befalls(dice, row, Dirt::name_unspaced);
  if (!apart && row.source == Source::life) return family + "　" + given + "　００";
  if (parts.foreign) {
    const bool dotted = !row.dirt.has(Dirt::latin_name) && dice.percent(50);
    const std::string whole = family + " " + given;
    return dotted && row.source != Source::kodomo ? replaced(whole, " ", "・") : whole;
  }
  if (!apart) return family + given;
  const bool wide =
      row.source == Source::konkyu || (row.source == Source::kaigo && dice.percent(50));
  return family + (wide ? std::string(wide_space) : " ") + given;
}

/// Half-width in CP932's systems, hiragana on the form of 生活困窮.
std::string NameWriter::reading(Dice& dice, const Parts& parts, const Row& row) const {
  const std::string gap =
      row.dirt.has(Dirt::name_unspaced) && row.source != Source::life ? "" : " ";
  const std::string kana =
      parts.given.kana.empty() ? parts.family.kana : parts.family.kana + gap + parts.given.kana;
  if (is_cp932(row.source)) return tsunagu::text::full_to_half_kana(kana);
  if (row.source != Source::konkyu) return kana;
  const bool hiragana = !parts.foreign || dice.percent(50);
  return replaced(hiragana ? tsunagu::text::kata_to_hira(kana) : kana, " ", wide_space);
}

void NameWriter::write(Dice& dice, const Being& being, Row& row) const {
  Parts parts = being.passport ? of_foreigner(dice, being, row) : of_japanese(dice, being, row);
  mistake(dice, parts, row);
  spell(dice, parts.family.kanji, row);
  spell(dice, parts.given.kanji, row);
  row.name = joined(dice, parts, row);
  if (row.source == Source::life) row.other_name.clear();  // it has no place for it
  if (is_cp932(row.source)) fit_cp932(dice, row.other_name, row);
  if (rates_->befalls(dice, row, Dirt::no_kana)) return;
  const bool not_kana = rates_->befalls(dice, row, Dirt::kana_is_not_kana);
  row.kana = not_kana ? row.name : reading(dice, parts, row);
}

}  // namespace bench::population
