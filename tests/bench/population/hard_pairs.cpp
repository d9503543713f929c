// Pairs that tempt: two persons whose records look alike.
#include <array>

#include "tests/bench/population/town_maker.hpp"
#include "tsunagu/text/utf8.hpp"

namespace bench::population {

namespace {

struct Two {
  Index left = 0;
  Index right = 0;
};

/// How many characters differ, of names equally long; else many.
std::size_t apart(const std::string& one, const std::string& other) {
  const std::u32string left = tsunagu::text::to_code_points(one);
  const std::u32string right = tsunagu::text::to_code_points(other);
  if (left.size() != right.size()) return left.size() + right.size();
  std::size_t differing = 0;
  for (std::size_t i = 0; i < left.size(); ++i)
    differing += left[i] != right[i] ? 1U : 0U;
  return differing;
}

class Tempter {
 public:
  explicit Tempter(TownMaker& maker) : maker_(&maker) {}

  HardPair pair(Hard kind) {
    for (;;) {
      const Unit unit = unit_for(kind);
      const std::optional<Two> two = find(kind, unit);
      if (!two) continue;
      for (int tries = 0; tries < 8; ++tries) {
        const std::vector<Contact> contacts = {contact(unit, two->left), contact(unit, two->right)};
        std::vector<Row> rows = maker_->rows(unit, contacts);
        if (!can_be_told_apart(kind, rows)) continue;
        return {kind, std::move(rows[0]), std::move(rows[1])};
      }
    }
  }

 private:
  Unit unit_for(Hard kind) {
    constexpr std::array<Shape, hards> of = {Shape::twins, Shape::nuclear, Shape::three_generations,
                                             Shape::namesakes};
    return maker_->unit(of[static_cast<std::size_t>(kind)]);
  }

  static std::optional<Two> find(Hard kind, const Unit& unit) {
    if (kind == Hard::neighbours) return neighbours(unit);
    for (Index i = 0; i < unit.people.size(); ++i) {
      for (Index j = i + 1; j < unit.people.size(); ++j) {
        if (fits(kind, unit, i, j)) return Two{i, j};
      }
    }
    return std::nullopt;
  }

  /// One name and one birthday at the next door nobody can tell from a slip.
  static std::optional<Two> neighbours(const Unit& unit) {
    const Two two{unit.houses[0].first, unit.houses[1].first};
    if (unit.people[two.left].born == unit.people[two.right].born) return std::nullopt;
    return two;
  }

  static bool fits(Hard kind, const Unit& unit, Index elder, Index younger) {
    const Being& one = unit.people[elder];
    const Being& other = unit.people[younger];
    if (kind == Hard::twins) return one.born == other.born && one.mother == other.mother;
    if (kind == Hard::father_and_son) {
      return other.father == elder && one.sex == other.sex &&
             apart(one.given.kanji, other.given.kanji) == 1;
    }
    const bool in_laws = relation(unit, younger, elder) == "義母";
    return in_laws && one.given.kana == other.given.kana;
  }

  Contact contact(const Unit& unit, Index being) {
    constexpr std::array<Source, 4> usual = {Source::kaigo, Source::shogai, Source::kodomo,
                                             Source::konkyu};
    Dice& dice = maker_->dice();
    Contact contact;
    contact.being = being;
    contact.source = dice.one_of(usual);
    contact.focus = being;
    contact.group = contact.source == Source::kodomo ? ++groups_ % 2 + 1 : 0;
    contact.recorded = day_of(number_of(today) - dice.below(300)).digits();
    const std::uint32_t born = unit.people[being].born.digits();
    contact.recorded = std::max(contact.recorded, born);
    return contact;
  }

  static bool can_be_told_apart(Hard kind, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      if (row.dirt.has(Dirt::no_birthday) || row.dirt.has(Dirt::part_birthday)) return false;
      const bool unsure = row.dirt.has(Dirt::kana_typo) || row.dirt.has(Dirt::kanji_typo) ||
                          row.dirt.has(Dirt::no_kana) || row.dirt.has(Dirt::kana_is_not_kana) ||
                          row.dirt.has(Dirt::gaiji);
      if (kind == Hard::twins && unsure) return false;
      const bool other_day = row.dirt.has(Dirt::birthday_typo);
      if (kind != Hard::twins && other_day) return false;
    }
    return true;
  }

  TownMaker* maker_;
  std::uint32_t groups_ = 0;
};

}  // namespace

std::vector<HardPair> hard_pairs(std::uint32_t count, const Settings& settings,
                                 const std::filesystem::path& config) {
  Settings enough = settings;
  enough.persons = std::max(settings.persons, count * 8);
  TownMaker maker(enough, config);
  Tempter tempter(maker);
  std::vector<HardPair> pairs;
  pairs.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    pairs.push_back(tempter.pair(static_cast<Hard>(i % hards)));
    HardPair& made = pairs.back();
    made.left.person = i * 2;
    made.right.person = i * 2 + 1;
    const bool apart = made.kind == Hard::neighbours;
    made.left.household = i * 2;
    made.right.household = apart ? i * 2 + 1 : i * 2;
  }
  return pairs;
}

}  // namespace bench::population
