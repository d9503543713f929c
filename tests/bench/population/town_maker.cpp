#include "tests/bench/population/town_maker.hpp"

#include <stdexcept>

#include "tests/bench/population/events.hpp"
#include "tests/bench/population/patterns.hpp"

namespace bench::population {

namespace {

constexpr const char* names_folder = BENCH_POPULATION_NAMES;

std::uint64_t seed_of(const Settings& settings) {
  std::uint64_t seed = scatter(settings.seed);
  for (const char letter : settings.profile)
    seed = scatter(seed ^ static_cast<unsigned char>(letter));
  return seed;
}

/// Adds a unit with its rows to the town, and says who is who.
class Assembly {
 public:
  explicit Assembly(Town& town) : town_(&town) {}

  void add(const Unit& unit, const std::vector<Contact>& contacts, std::vector<Row> rows) {
    first_person_ = static_cast<std::uint32_t>(town_->persons.size());
    first_household_ = static_cast<std::uint32_t>(town_->households.size());
    for (const House& house : unit.houses)
      town_->households.push_back({first_person_ + house.first, house.size, house.shape,
                                   patterns_of(unit, house, contacts, rows)});
    for (const Being& being : unit.people)
      town_->persons.push_back(person(being));
    for (std::size_t i = 0; i < rows.size(); ++i)
      file(contacts[i], std::move(rows[i]));
  }

 private:
  [[nodiscard]] Person person(const Being& being) const {
    const auto index = [&](Index parent) {
      return parent == nobody ? 0U : first_person_ + parent + 1;
    };
    Person person;
    person.household = first_household_ + being.house;
    person.birth = being.born.digits();
    person.mother = index(being.mother);
    person.father = index(being.father);
    person.sex = static_cast<std::uint8_t>(being.sex);
    return person;
  }

  void file(const Contact& contact, Row row) {
    row.person = first_person_ + contact.being;
    Person& person = town_->persons[row.person];
    row.household = person.household;
    ++person.rows;
    person.fields =
        static_cast<std::uint8_t>(person.fields | 1U << static_cast<unsigned>(row.field));
    town_->rows.push_back(std::move(row));
  }

  Town* town_;
  std::uint32_t first_person_ = 0;
  std::uint32_t first_household_ = 0;
};

void shuffle(std::vector<Row>& rows, Dice& dice) {
  for (auto left = static_cast<std::uint32_t>(rows.size()); left > 1; --left)
    std::swap(rows[left - 1], rows[dice.below(left)]);
}

}  // namespace

TownMaker::TownMaker(const Settings& settings, const std::filesystem::path& config)
    : municipality_(municipality_of(settings.profile, config)),
      names_(names_folder),
      foreigners_(names_folder),
      rates_(settings.dirt),
      homes_(municipality_, names_folder, settings.crowded),
      dice_(seed_of(settings)),
      ink_(scatter(seed_of(settings))),
      units_(names_, foreigners_, homes_, dice_, settings.crowded),
      scribe_(municipality_, names_, rates_),
      registrar_(municipality_.insurer, settings.persons, seed_of(settings)) {}

Unit TownMaker::unit() {
  Unit unit = units_.make();
  live(unit, names_, homes_, dice_);
  return unit;
}

std::vector<Row> TownMaker::rows(const Unit& unit, const std::vector<Contact>& contacts) {
  std::vector<Row> rows;
  rows.reserve(contacts.size());
  for (const Contact& contact : contacts)
    rows.push_back(scribe_.write(ink_, unit, contact));
  registrar_.number(ink_, unit, contacts, rows);
  return rows;
}

Town make(const Settings& settings, const std::filesystem::path& config) {
  TownMaker maker(settings, config);
  Town town;
  town.lgcode5 = maker.municipality().lgcode5;
  town.persons.reserve(settings.persons + 8U);
  town.rows.reserve(settings.persons / 4U * 3U);  // a little more than come
  Assembly assembly(town);
  while (town.persons.size() < settings.persons) {
    const Unit unit = maker.unit();
    const std::vector<Contact> contacts = contacts_of(unit, maker.dice());
    assembly.add(unit, contacts, maker.rows(unit, contacts));
  }
  shuffle(town.rows, maker.dice());
  return town;
}

}  // namespace bench::population
