#include "tests/bench/population/contacts.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "tests/bench/population/classes.hpp"

namespace bench::population {

namespace {

/// How many of a hundred, where a household has no trouble, some, much.
using ByTrouble = std::array<std::uint32_t, 3>;

struct Drawn {
  std::string_view word;
  std::uint32_t percent;
};

class Contacts {
 public:
  Contacts(const Unit& unit, Dice& dice) : unit_(&unit), dice_(&dice) {}

  std::vector<Contact> take() {
    for (Index i = 0; i < unit_->people.size(); ++i) {
      elderly(i);
      disabled(i);
      in_need(i);
    }
    for (const House& house : unit_->houses)
      children(house);
    register_again();
    for (Index i = 0; i < unit_->people.size(); ++i)
      end_at_home(i);
    return std::move(made_);
  }

 private:
  const Being& being(Index i) const { return unit_->people[i]; }
  const House& house_of(Index i) const { return unit_->houses[being(i).house]; }
  bool known(const ByTrouble& percent) { return dice_->percent(percent.at(unit_->trouble)); }

  /// Some day within two and a half years, rather a late one, while the person lived.
  std::uint32_t some_day(Index i) {
    const std::uint32_t one = dice_->below(900);
    const std::uint32_t back = std::min(one, dice_->below(900));
    std::uint32_t day = day_of(number_of(today) - back).digits();
    if (being(i).died != 0) day = std::min(day, being(i).died);
    return std::max(day, being(i).born.digits());
  }

  Contact& add(Index i, Source source) {
    Contact contact;
    contact.being = i;
    contact.source = source;
    contact.recorded = some_day(i);
    made_.push_back(contact);
    return made_.back();
  }

  std::uint32_t draw(Source source, std::span<const Drawn> words) {
    std::uint32_t classes = 0;
    for (const Drawn& one : words) {
      if (dice_->percent(one.percent)) classes |= class_named(source, one.word);
    }
    return classes;
  }

  // 介護
  void elderly(Index i) {
    const std::uint32_t age = being(i).age();
    const Shape shape = house_of(i).shape;
    const bool in_care = shape == Shape::facility || (shape == Shape::double_care && age > 54);
    const ByTrouble often = age >= 75   ? ByTrouble{75, 90, 97}
                            : age >= 65 ? ByTrouble{35, 50, 70}
                            : age >= 40 ? ByTrouble{1, 3, 8}
                                        : ByTrouble{0, 0, 0};
    if (!known(often) && !(in_care && dice_->percent(95))) return;
    const bool level = in_care || dice_->percent(age >= 85 ? 75 : age >= 75 ? 45 : 14);
    Contact& contact = add(i, Source::kaigo);
    contact.care_level = level;
    contact.classes = elderly_classes(i, level);
    contact.caller = caller_for(i);
    if (!level || !dice_->percent(shape == Shape::facility ? 70 : 22)) return;
    add(i, Source::life).care_level = true;
  }

  std::uint32_t elderly_classes(Index i, bool level) {
    constexpr std::array<Drawn, 7> words = {{{"認知症", 18},
                                             {"医療・健康", 15},
                                             {"生活・経済", 8},
                                             {"家族関係", 7},
                                             {"見守り・安否", 10},
                                             {"うつ", 3},
                                             {"権利擁護・成年後見", 2}}};
    std::uint32_t classes = draw(Source::kaigo, words);
    classes |= class_named(Source::kaigo, level ? "介護保険・サービス" : "介護予防");
    if (being(i).carer != nobody && dice_->percent(70)) {
      classes |= class_named(Source::kaigo, "介護方法");
    }
    return classes;
  }

  Index caller_for(Index i) {
    const Index carer = being(i).carer;
    if (carer != nobody && dice_->percent(75)) return carer;
    if (being(i).spouse != nobody && dice_->percent(25)) return being(i).spouse;
    return dice_->percent(60) ? i : nobody;
  }

  // 障がい
  void disabled(Index i) {
    const std::uint32_t age = being(i).age();
    ByTrouble often = age >= 65   ? ByTrouble{11, 20, 35}
                      : age >= 18 ? ByTrouble{4, 9, 20}
                                  : ByTrouble{3, 6, 14};
    const Shape shape = house_of(i).shape;
    if (shape == Shape::parent_and_unmarried && age < 65) often = {20, 32, 45};
    if (shape == Shape::young_carer && age >= 18) often = {45, 55, 65};
    if (!known(often)) return;
    constexpr std::array<Drawn, 8> words = {{{"01", 20},
                                             {"02", 30},
                                             {"03", 15},
                                             {"04", 30},
                                             {"06", 15},
                                             {"07", 12},
                                             {"09", 18},
                                             {"10", 14}}};
    Contact& contact = add(i, Source::shogai);
    contact.certificate = dice_->percent(88);
    contact.classes = draw(Source::shogai, words);
  }

  // 生活困窮
  void in_need(Index i) {
    const std::uint32_t age = being(i).age();
    if (age < 18) return;
    const Shape shape = house_of(i).shape;
    ByTrouble often = age >= 65 ? ByTrouble{3, 14, 38} : ByTrouble{4, 22, 58};
    if (shape == Shape::parent_and_unmarried && age < 65) often = {25, 50, 75};
    if (!known(often)) return;
    constexpr std::array<Drawn, 10> words = {{{"収入・生活費のこと", 60},
                                              {"家賃やローンの支払いのこと", 18},
                                              {"税金や公共料金等の支払いについて", 20},
                                              {"債務について", 14},
                                              {"仕事探し、就職について", 38},
                                              {"家族との関係について", 12},
                                              {"病気や健康、障害のこと", 22},
                                              {"ひきこもり・不登校", 10},
                                              {"住まいについて", 15},
                                              {"食べるものがない", 8}}};
    Contact& contact = add(i, Source::konkyu);
    contact.classes = draw(Source::konkyu, words);
    if (shape == Shape::parent_and_unmarried && age < 65 && dice_->percent(55)) {
      contact.classes |= class_named(Source::konkyu, "ひきこもり・不登校");
    }
    if (contact.classes == 0) contact.classes = class_named(Source::konkyu, "その他");
  }

  // 子ども
  void children(const House& house) {
    for (Index i = house.first; i < house.first + house.size; ++i) {
      if (being(i).age() >= 18) continue;
      const ByTrouble often = being(i).age() < 6 ? ByTrouble{60, 85, 95} : ByTrouble{9, 40, 80};
      const bool carer = house.shape == Shape::young_carer || house.shape == Shape::double_care;
      if (!known(often) && !(carer && dice_->percent(75))) continue;
      const std::uint32_t group = consultation(house, i, some_day(i), 40);
      if (dice_->percent(7)) consultation(house, i, some_day(i), 0);
      if (house.shape == Shape::homecoming) before_birth(i, group);
    }
  }

  std::uint32_t consultation(const House& house, Index child, std::uint32_t day,
                             std::uint32_t father_too) {
    const std::uint32_t group = ++groups_;
    const auto join = [&](Index i) {
      Contact& contact = add(i, Source::kodomo);
      contact.recorded = day;
      contact.focus = child;
      contact.group = group;
      return &contact;
    };
    Contact* focus = join(child);
    focus->again = father_too == 0;
    focus->classes = child_class(house, child);
    const Being& self = being(child);
    if (self.mother != nobody && dice_->percent(90)) join(self.mother);
    const bool alone = self.mother == nobody;
    if (self.father != nobody && dice_->percent(alone ? 90 : father_too)) join(self.father);
    for (Index i = house.first; i < house.first + house.size; ++i) {
      const bool sibling = i != child && being(i).age() < 18 &&
                           (being(i).mother == self.mother || being(i).father == self.father) &&
                           being(i).born.digits() <= day;
      const bool twin = being(i).born == self.born;
      if (sibling && father_too != 0 && dice_->percent(twin ? 85 : 30)) join(i);
    }
    return group;
  }

  std::uint32_t child_class(const House& house, Index child) {
    const bool carer = house.shape == Shape::young_carer;
    if (carer && dice_->percent(75)) return class_named(Source::kodomo, "ヤングケアラー");
    const std::uint32_t age = being(child).age();
    constexpr std::array<std::string_view, 4> small = {"保健", "育成(育児・しつけ)", "障害(発達)",
                                                       "養護(その他)"};
    constexpr std::array<std::string_view, 5> grown = {"育成(不登校)", "育成(性格行動)",
                                                       "養護(その他)", "障害(発達)", "保健"};
    if (dice_->percent(4)) return class_named(Source::kodomo, "養護(児童虐待)");
    return class_named(Source::kodomo, age < 6 ? dice_->one_of(small) : dice_->one_of(grown));
  }

  /// The woman's own consultation, mostly written while she stayed with her parents.
  void before_birth(Index baby, std::uint32_t group) {
    const Index mother = being(baby).mother;
    if (mother == nobody || being(mother).stays.size() < 3) return;
    const std::uint32_t birth = number_of(being(baby).born);
    for (Contact& contact : made_) {  // what was written of the baby is of later
      if (contact.group == group) contact.recorded = late_day(being(mother).stays.back().from);
    }
    Contact& contact = add(mother, Source::kodomo);
    contact.recorded = day_of(birth - dice_->between(5, 90)).digits();
    contact.focus = mother;
    contact.group = ++groups_;
    contact.again = true;
    contact.classes = class_named(Source::kodomo, "特定妊婦");
  }

  std::uint32_t late_day(std::uint32_t from) {
    const std::uint32_t since = number_of(today) - number_of(day_of_digits(from));
    return day_of(number_of(today) - dice_->below(since + 1)).digits();
  }

  /// The same desk opened a second record; nobody looked for the first.
  void register_again() {
    const std::size_t count = made_.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (made_[i].source == Source::kodomo || !dice_->percent(6)) continue;
      Contact again = made_[i];
      if (again.source == Source::life) continue;
      again.recorded = some_day(again.being);
      again.again = true;
      made_.push_back(again);
    }
  }

  /// Whoever moved is known at the new place by at least the last record.
  void end_at_home(Index i) {
    const std::uint32_t since = being(i).stays.back().from;
    if (since == 0) return;
    Contact* last = nullptr;
    for (Contact& contact : made_) {
      if (contact.being != i) continue;
      if (last == nullptr || contact.recorded > last->recorded) last = &contact;
    }
    if (last == nullptr || last->recorded >= since) return;
    const std::uint32_t day = late_day(since);
    const std::uint32_t group = last->group;
    last->recorded = day;
    for (Contact& contact : made_) {
      if (group != 0 && contact.group == group) contact.recorded = day;
    }
  }

  const Unit* unit_;
  Dice* dice_;
  std::vector<Contact> made_;
  std::uint32_t groups_ = 0;
};

}  // namespace

std::vector<Contact> contacts_of(const Unit& unit, Dice& dice) {
  return Contacts(unit, dice).take();
}

}  // namespace bench::population
