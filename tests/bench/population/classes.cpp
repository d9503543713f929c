#include "tests/bench/population/classes.hpp"

#include <array>
#include <stdexcept>
#include <string>

namespace bench::population {

namespace {

constexpr std::uint32_t care = bit(Concern::care);
constexpr std::uint32_t caregiver = bit(Concern::caregiver);
constexpr std::uint32_t poverty = bit(Concern::poverty);
constexpr std::uint32_t family = bit(Concern::family);
constexpr std::uint32_t health = bit(Concern::health);
constexpr std::uint32_t disability = bit(Concern::disability);
constexpr std::uint32_t employment = bit(Concern::employment);
constexpr std::uint32_t school = bit(Concern::school);
constexpr std::uint32_t withdrawal = bit(Concern::withdrawal);
constexpr std::uint32_t mental = bit(Concern::mental);
constexpr std::uint32_t other = bit(Concern::other);
constexpr std::uint32_t arrears = bit(Concern::arrears);
constexpr std::uint32_t childrearing = bit(Concern::childrearing);
constexpr std::uint32_t isolation = bit(Concern::isolation);
constexpr std::uint32_t abuse = bit(Concern::abuse);
constexpr std::uint32_t debt = bit(Concern::debt);

/// 相談分類
constexpr std::array<Class, 10> kaigo = {{{"介護保険・サービス", care},
                                          {"介護予防", care},
                                          {"介護方法", caregiver},
                                          {"認知症", bit(Concern::dementia)},
                                          {"医療・健康", health},
                                          {"生活・経済", poverty},
                                          {"家族関係", family},
                                          {"見守り・安否", isolation},
                                          {"うつ", mental},
                                          {"権利擁護・成年後見", bit(Concern::rights)}}};

/// 内容コード; 11 stands for 権利擁護 and abuse alike, and is left out here.
constexpr std::array<Class, 11> shogai = {{{"01", care},
                                           {"02", disability},
                                           {"03", health},
                                           {"04", mental},
                                           {"05", childrearing | school},
                                           {"06", family},
                                           {"07", poverty},
                                           {"08", other},
                                           {"09", employment},
                                           {"10", withdrawal},
                                           {"12", other}}};

/// 相談種別
constexpr std::array<Class, 9> kodomo = {{{"養護(児童虐待)", abuse},
                                          {"養護(その他)", family},
                                          {"保健", health},
                                          {"障害(発達)", disability},
                                          {"育成(性格行動)", childrearing},
                                          {"育成(不登校)", school},
                                          {"育成(育児・しつけ)", childrearing},
                                          {"ヤングケアラー", caregiver},
                                          {"特定妊婦", bit(Concern::pregnancy)}}};

/// ご相談の内容
constexpr std::array<Class, 16> konkyu = {{{"病気や健康、障害のこと", health | disability},
                                           {"住まいについて", bit(Concern::housing)},
                                           {"収入・生活費のこと", poverty},
                                           {"家賃やローンの支払いのこと", arrears},
                                           {"税金や公共料金等の支払いについて", arrears},
                                           {"債務について", debt},
                                           {"仕事探し、就職について", employment},
                                           {"仕事上の不安やトラブル", employment},
                                           {"地域との関係について", isolation},
                                           {"家族との関係について", family},
                                           {"子育てのこと", childrearing},
                                           {"介護のこと", care | caregiver},
                                           {"ひきこもり・不登校", withdrawal | school},
                                           {"DV・虐待", abuse},
                                           {"食べるものがない", bit(Concern::food)},
                                           {"その他", other}}};

}  // namespace

std::span<const Class> classes_of(Source source) noexcept {
  switch (source) {
    case Source::kaigo:
      return kaigo;
    case Source::shogai:
      return shogai;
    case Source::kodomo:
      return kodomo;
    case Source::konkyu:
      return konkyu;
    case Source::life:
      break;
  }
  return {};
}

std::uint32_t class_named(Source source, std::string_view word) {
  const std::span<const Class> classes = classes_of(source);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (classes[i].word == word) return std::uint32_t{1} << i;
  }
  throw std::logic_error("no such class: " + std::string(word));
}

std::uint32_t concerns_of(Source source, std::uint32_t classes) noexcept {
  std::uint32_t concerns = 0;
  const std::span<const Class> known = classes_of(source);
  for (std::size_t i = 0; i < known.size(); ++i) {
    if ((classes >> i & 1U) != 0) concerns |= known[i].concerns;
  }
  return concerns;
}

}  // namespace bench::population
