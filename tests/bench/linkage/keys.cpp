#include "tests/bench/linkage/keys.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

#include "hub/normalize/address_key.hpp"
#include "hub/normalize/name_key.hpp"
#include "hub/normalize/parted_name.hpp"
#include "hub/normalize/phone_key.hpp"
#include "tsunagu/text/date.hpp"
#include "tsunagu/text/utf8.hpp"

namespace bench::linkage {
namespace {

namespace normalize = hub::normalize;
using population::Row;
using population::Source;

constexpr std::size_t most_of_a_family_name = 3;  // characters of a 旧氏 that stands alone

/// A character that nobody can read makes the spelling unknown; of a family name, all of it.
normalize::NameKey readable_name(std::string_view name, const normalize::Tables& tables) {
  auto key = normalize::name_key(name, tables.variants);
  if (key.notes.has(normalize::Note::name_gaiji)) return {};
  return key;
}

std::string loose_key(const normalize::Normalized& key) {
  auto least = key.key;
  for (const auto& weak : key.weak)
    least = std::min(least, weak);
  return least;
}

std::string reading_key(std::string_view kana) {
  auto key = normalize::kana_key(kana);
  return key.notes.has(normalize::Note::kana_not_kana) ? std::string{} : std::move(key.key);
}

tsunagu::text::DateRules rules_of(Source source) {
  tsunagu::text::DateRules rules;
  if (source == Source::life) rules.artificial_day = 15;
  return rules;
}

std::uint32_t days_since_1970(std::uint32_t ymd) {
  namespace ch = std::chrono;
  const ch::year_month_day date(ch::year(static_cast<int>(ymd / 10000)), ch::month(ymd / 100 % 100),
                                ch::day(ymd % 100));
  return static_cast<std::uint32_t>(ch::sys_days(date).time_since_epoch().count());
}

}  // namespace

Keys::Keys(const Row& row, hub::linkage::RecordId id, std::string_view lgcode5,
           const normalize::Tables& tables) {
  facts_.id = id;
  add_names(row, tables);
  add_birth(row);
  facts_.sex = row.sex == "1" ? 1 : row.sex == "2" ? 2 : 0;
  add_address(row, lgcode5, tables);
  phone_ = normalize::phone_key(row.phone).key;
  add_numbers(row);
  facts_.recorded = days_since_1970(row.recorded);
  show();
}

void Keys::add_names(const Row& row, const normalize::Tables& tables) {
  auto& name = names_[0];
  const auto [family, given] = normalize::part_name(row.name);
  auto family_key = readable_name(family, tables);
  auto given_key = readable_name(given, tables);
  const bool dummy_given = normalize::name_key(given, tables.variants).key.empty();
  if (dummy_given) std::swap(family_key, given_key);
  if (!family.empty() && !dummy_given && family_key.key.empty()) given_key = {};
  name.loose_family = loose_key(family_key);
  name.loose_given = loose_key(given_key);
  name.family = std::move(family_key.key);
  name.given = std::move(given_key.key);
  const auto kana = normalize::part_name(row.kana);
  name.reading_family = reading_key(kana.family);
  name.reading_given = reading_key(kana.given);
  if (!row.other_name.empty()) add_other_name(row.other_name, tables);
}

void Keys::add_other_name(std::string_view other, const normalize::Tables& tables) {
  auto& name = names_[1];
  auto [family, given] = normalize::part_name(other);
  const bool family_alone = family.empty() && tsunagu::text::length(given) <= most_of_a_family_name;
  if (family_alone) std::swap(family, given);
  name.family = normalize::name_key(family, tables.variants).key;
  name.given = normalize::name_key(given, tables.variants).key;
  if (family_alone) {
    name.given = names_[0].given;
    name.loose_given = names_[0].loose_given;
    name.reading_given = names_[0].reading_given;
  } else {
    name.reading_family = reading_key(family);
    name.reading_given = reading_key(given);
  }
  name_count_ = 2;
}

void Keys::add_birth(const Row& row) {
  const auto date = tsunagu::text::parse_date(row.birth, rules_of(row.source));
  if (!date) return;
  facts_.birth = {static_cast<unsigned>(date->year), static_cast<unsigned>(date->month),
                  date->artificial ? 0 : static_cast<unsigned>(date->day)};
}

void Keys::add_address(const Row& row, std::string_view lgcode5, const normalize::Tables& tables) {
  auto key = normalize::address_key(row.address, tables, {lgcode5, row.building});
  if (key.town.empty()) return;
  town_ = key.lgcode5 + "|" + key.town;
  number_ = std::move(key.number);
  room_ = std::move(key.room);
}

/// One number system a source's 宛名番号, one for 被保険者番号 (介護 and LIFE), one for
/// 受給者証番号.
void Keys::add_numbers(const Row& row) {
  constexpr std::uint16_t insured = 16;
  constexpr std::uint16_t recipient = 17;
  constexpr std::string_view atena = "atena:";
  const auto add = [this](std::uint16_t system, std::string_view value) {
    number_values_[number_count_] = value;
    numbers_[number_count_].system = system;
    numbers_[number_count_].one_each = system >= insured;
    ++number_count_;
  };
  if (row.key.starts_with(atena))
    add(static_cast<std::uint16_t>(row.source), std::string_view(row.key).substr(atena.size()));
  if (!row.number.empty()) add(row.source == Source::shogai ? recipient : insured, row.number);
}

hub::linkage::NameFacts Keys::Name::facts() const {
  return {{family, given, loose_family, loose_given}, {reading_family, reading_given}};
}

void Keys::show() {
  for (std::size_t i = 0; i < name_count_; ++i)
    name_facts_[i] = names_[i].facts();
  for (std::size_t i = 0; i < number_count_; ++i)
    numbers_[i].value = number_values_[i];
  phones_[0] = phone_;
  facts_.names = std::span(name_facts_).first(name_count_);
  facts_.address = {town_, number_, room_};
  facts_.phones = phones_;
  facts_.numbers = std::span(numbers_).first(number_count_);
}

}  // namespace bench::linkage
