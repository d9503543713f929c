#include "hub/linkage/record_facts.hpp"

#include <algorithm>
#include <charconv>

#include "hub/linkage/facts_bytes.hpp"
#include "hub/normalize/address_key.hpp"
#include "hub/normalize/name_key.hpp"
#include "hub/normalize/parted_name.hpp"
#include "hub/normalize/phone_key.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::linkage {
namespace {

using tsunagu::json::View;

constexpr std::uint8_t form = 1;
constexpr std::size_t most_systems = 2048;  // NumberFacts::system
constexpr std::size_t most_numbers = 16;

/// In fields of their own, or in one with a space.
normalize::PartedName parted(View name, std::string_view family, std::string_view given,
                             std::string_view full) {
  const normalize::PartedName fields{name.find(family).text(), name.find(given).text()};
  if (!fields.family.empty() && !fields.given.empty()) return fields;
  return normalize::part_name(name.find(full).text());
}

struct Spelled {
  std::string key{};
  std::string loose{};  ///< empty where it is the key
};

/// The part of a name as linkage compares it.
Spelled spelled(normalize::NameKey name) {
  Spelled out;
  const auto least = std::min_element(name.weak.begin(), name.weak.end());
  if (least != name.weak.end() && *least < name.key) out.loose = *least;
  out.key = std::move(name.key);
  return out;
}

std::string reading_key(std::string_view kana) {
  auto key = normalize::kana_key(kana);
  return key.notes.has(normalize::Note::kana_not_kana) ? std::string{} : std::move(key.key);
}

struct Name {
  Spelled family{};
  Spelled given{};
  std::string family_kana{};
  std::string given_kana{};

  [[nodiscard]] bool known() const {
    return !given.key.empty() || !given_kana.empty() || !family.key.empty();
  }
  void write(FactsWriter& out) const {
    for (const auto* text :
         {&family.key, &given.key, &family.loose, &given.loose, &family_kana, &given_kana})
      out.text(*text);
  }
};

/// A character that nobody can read makes the spelling unknown; of a family name, all of it.
void spell(const normalize::Variants& variants, normalize::PartedName parts, Name& name,
           std::vector<normalize::FurtherName>& further) {
  auto family = normalize::name_key(parts.family, variants);
  auto given = normalize::name_key(parts.given, variants);
  if (given.key.empty()) std::swap(family, given);  // LIFE's dummy given name
  for (auto* key : {&family, &given}) {
    further.insert(further.end(), key->further.begin(), key->further.end());
    if (key->notes.has(normalize::Note::name_gaiji)) key->key.clear();
    if (key->key.empty()) key->weak.clear();
  }
  if (!parts.family.empty() && family.notes.has(normalize::Note::name_gaiji)) return;
  name.family = spelled(std::move(family));
  name.given = spelled(std::move(given));
}

/// Nearly no name does, and only of one that may is the whole key made to tell.
bool holds_several(std::string_view name, const normalize::Variants& variants) {
  return normalize::may_hold_several_names(tsunagu::text::nfkc(name)) &&
         !normalize::name_key(name, variants).further.empty();
}

class Names {
 public:
  explicit Names(const normalize::Variants& variants) : variants_(variants) {}

  /// A name in brackets, a 通称名 or 旧氏 in the same field, parts it wrongly: it is read whole.
  void add(View one) {
    const auto full = one.find("fullName").text();
    auto parts = parted(one, "familyName", "givenName", "fullName");
    std::vector<normalize::FurtherName> further;
    if (holds_several(full, variants_)) parts = {{}, full};
    Name name;
    spell(variants_, parts, name, further);
    const auto kana = parted(one, "familyNameKana", "givenNameKana", "fullNameKana");
    name.family_kana = reading_key(kana.family);
    name.given_kana = reading_key(kana.given);
    put(std::move(name));
    for (auto& other : further) {
      if (other.use != normalize::NameUse::reading) add_further(std::move(other.key));
    }
  }
  void write(FactsWriter& out) const {
    out.number(static_cast<std::uint8_t>(names_.size()));
    for (const auto& name : names_)
      name.write(out);
  }

 private:
  void add_further(std::string key) {
    Name name;
    name.given.key = std::move(key);
    put(std::move(name));
  }
  void put(Name name) {
    if (name.known() && names_.size() < most_names_of_record) names_.push_back(std::move(name));
  }

  const normalize::Variants& variants_;
  std::vector<Name> names_;
};

unsigned digits(std::string_view text) {
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// As far as it is known and no stand-in (LIFE sends the 15th for everybody).
void write_birth(View birthday, FactsWriter& out) {
  const auto date = birthday.find("date").text();
  const auto precision = birthday.find("precision").text();
  const bool month = date.size() >= 7 && precision != "year";
  const bool day =
      date.size() >= 10 && month && precision != "month" && !birthday.find("artificial").boolean();
  out.number(static_cast<std::uint16_t>(digits(date.substr(0, 4))));
  out.number(static_cast<std::uint8_t>(month ? digits(date.substr(5, 2)) : 0));
  out.number(static_cast<std::uint8_t>(day ? digits(date.substr(8, 2)) : 0));
}

/// Where the person is, before where they are registered (as current_address).
View nearest_address(View person) {
  constexpr std::array<std::string_view, 4> nearest{"actual", "", "registered", "temporary"};
  for (const auto use : nearest) {
    for (const View one : person.find("addresses")) {
      if (one.find("use").text() == use) return one;
    }
  }
  return {};
}

void write_address(const FactMakers& makers, View address, FactsWriter& out) {
  const auto key = normalize::address_key(address.find("fullAddress").text(), makers.tables,
                                          {makers.lgcode5, address.find("buildingNameEtc").text()});
  const bool known = !key.town.empty();
  out.text(known ? key.lgcode5 + "|" + key.town : std::string());
  out.text(known ? key.number : std::string());
  out.text(known ? key.room : std::string());
}

void write_phones(View person, FactsWriter& out) {
  std::vector<std::string> phones;
  for (const View one : person.find("contacts")) {
    const auto kind = one.find("kind").text();
    if (!kind.empty() && kind != "phone" && kind != "mobile") continue;
    auto key = normalize::phone_key(one.find("value").text()).key;
    if (!key.empty() && phones.size() < 2) phones.push_back(std::move(key));
  }
  phones.resize(2);
  for (const auto& phone : phones)
    out.text(phone);
}

/// Systems in which nobody has two numbers; in a 宛名 register a person may stand twice.
bool is_one_each(std::string_view system) {
  return system == "insured" || system == "jukyusha";
}

void write_numbers(const FactMakers& makers, View person, FactsWriter& out) {
  struct Number {
    std::string system{};
    std::string_view value{};
    bool one_each = false;
  };
  std::vector<Number> numbers;
  for (const View one : person.find("identifiers")) {
    const auto system = one.find("system").text();
    const auto issuer = one.find("issuerLgCode").text();
    const auto by = issuer.empty() ? makers.lgcode5 : issuer.substr(0, 5);
    if (numbers.size() < most_numbers)
      numbers.push_back({std::string(system) + "\n" + std::string(by), one.find("value").text(),
                         is_one_each(system)});
  }
  out.number(static_cast<std::uint8_t>(numbers.size()));
  for (const auto& number : numbers) {
    out.number(static_cast<std::uint8_t>(number.one_each ? 1 : 0));
    out.text(number.system);
    out.text(number.value);
  }
}

NameFacts take_name(FactsReader& in) {
  NameFacts name;
  name.spelling.family = in.text();
  name.spelling.given = in.text();
  name.spelling.loose_family = in.text();
  name.spelling.loose_given = in.text();
  name.reading.family = in.text();
  name.reading.given = in.text();
  return name;
}

}  // namespace

std::string write_facts(const FactMakers& makers, View person) {
  FactsWriter out;
  out.number(form);
  out.number(makers.rules);
  out.number(makers.recorded);
  write_birth(person.find("dateOfBirth"), out);
  out.number(static_cast<std::uint8_t>(digits(person.find("sex").text())));
  write_address(makers, nearest_address(person), out);
  write_phones(person, out);
  Names names(makers.tables.variants);
  for (const View one : person.find("names"))
    names.add(one);
  names.write(out);
  write_numbers(makers, person, out);
  return out.take();
}

std::optional<std::uint16_t> NumberSystems::number_of(std::string_view system) {
  if (const auto known = known_.find(system); known != known_.end()) return known->second;
  if (known_.size() == most_systems) return std::nullopt;
  const auto next = static_cast<std::uint16_t>(known_.size());
  known_.emplace(system, next);
  return next;
}

ReadFacts::ReadFacts(std::string_view written, RecordId id, bool hidden, NumberSystems& systems) {
  FactsReader in(written);
  if (in.number<std::uint8_t>() != form) return;
  rules_ = in.number<std::uint32_t>();
  facts_.id = id;
  facts_.hidden = hidden;
  facts_.recorded = in.number<std::uint32_t>();
  facts_.birth.year = in.number<std::uint16_t>();
  facts_.birth.month = in.number<std::uint8_t>();
  facts_.birth.day = in.number<std::uint8_t>();
  facts_.sex = in.number<std::uint8_t>();
  facts_.address.town = in.text();
  facts_.address.number = in.text();
  facts_.address.room = in.text();
  for (auto& phone : phones_)
    phone = in.text();
  names_.resize(in.number<std::uint8_t>());
  for (auto& name : names_)
    name = take_name(in);
  for (auto left = in.number<std::uint8_t>(); left > 0; --left) {
    const bool one_each = in.number<std::uint8_t>() != 0;
    const auto system = systems.number_of(in.text());
    const auto value = in.text();
    if (system) numbers_.push_back({*system, value, one_each});
  }
  facts_.names = names_;
  facts_.phones = phones_;
  facts_.numbers = numbers_;
}

}  // namespace hub::linkage
