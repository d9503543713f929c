#include "tests/hub/linkage/people.hpp"

#include <array>
#include <random>

namespace hub::linkage::testing {
namespace {

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) {}

  std::vector<Someone> town(std::size_t persons) {
    while (persons_ < persons)
      household();
    return std::move(made_);
  }

 private:
  struct Name {
    const char* kanji;
    const char* kana;
  };
  static constexpr std::array<Name, 12> families = {{{"佐藤", "サトウ"},
                                                     {"鈴木", "スズキ"},
                                                     {"高橋", "タカハシ"},
                                                     {"斎藤", "サイトウ"},
                                                     {"渡辺", "ワタナベ"},
                                                     {"小林", "コバヤシ"},
                                                     {"加藤", "カトウ"},
                                                     {"氏家", "ウジイエ"},
                                                     {"阿久津", "アクツ"},
                                                     {"手塚", "テヅカ"},
                                                     {"大貫", "オオヌキ"},
                                                     {"和気", "ワキ"}}};
  static constexpr std::array<Name, 12> givens = {{{"花子", "ハナコ"},
                                                   {"太郎", "タロウ"},
                                                   {"次郎", "ジロウ"},
                                                   {"裕子", "ユウコ"},
                                                   {"祐子", "ユウコ"},
                                                   {"健一", "ケンイチ"},
                                                   {"健二", "ケンジ"},
                                                   {"美咲", "ミサキ"},
                                                   {"ウメ", "ウメ"},
                                                   {"正", "タダシ"},
                                                   {"和男", "カズオ"},
                                                   {"和夫", "カズオ"}}};

  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  bool percent(std::uint32_t share) { return below(100) < share; }

  void household() {
    const auto& family = families[below(families.size())];
    home_ = Someone{};
    home_.family = family.kanji;
    home_.family_kana = family.kana;
    home_.town = "09214|町" + std::to_string(below(8));
    home_.number = std::to_string(1 + below(60)) + "-" + std::to_string(1 + below(9));
    home_.room = percent(30) ? std::to_string(101 + below(4)) : "";
    home_.phone = "028" + std::to_string(1000000 + below(100000));
    const auto size = 1 + below(4);
    for (std::uint32_t i = 0; i < size; ++i)
      person(i > 0 && percent(10));
  }

  void person(bool twin) {
    const auto& given = givens[below(givens.size())];
    if (!twin) home_.birth = {1930 + below(90), 1 + below(12), 1 + below(28)};
    home_.given = given.kanji;
    home_.given_kana = given.kana;
    home_.sex = 1 + below(2);
    insured_ = std::to_string(500000 + persons_);
    ++persons_;
    const auto records = 1 + below(4);
    for (std::uint32_t i = 0; i < records; ++i)
      record(static_cast<std::uint16_t>(below(3)));
  }

  void record(std::uint16_t system) {
    auto one = home_;
    one.id = random_() >> 1U;
    one.recorded = 19000 + below(900);
    if (percent(60)) one.numbers.push_back({system, std::to_string(++counter_), false});
    if (system == 0 && percent(70)) one.numbers.push_back({9, insured_, true});
    spoil(one);
    made_.push_back(std::move(one));
  }

  void spoil(Someone& one) {
    if (percent(5)) one.birth.day = 1 + below(28);
    if (percent(4)) one.birth = {};
    if (percent(8)) one.given_kana = one.given_kana.substr(0, one.given_kana.size() - 3);
    if (percent(8)) one.number = std::to_string(1 + below(60));
    if (percent(10)) one.family_kana.clear();
    if (percent(10)) one.phone.clear();
    if (percent(5)) one.former_family = families[below(families.size())].kanji;
    if (percent(5)) one.room.clear();
  }

  std::mt19937_64 random_;
  std::vector<Someone> made_;
  Someone home_;
  std::string insured_;
  std::size_t persons_ = 0;
  std::size_t counter_ = 0;
};

}  // namespace

Facts::Facts(const Someone& someone) {
  names_.push_back(
      {{someone.family, someone.given, {}, {}}, {someone.family_kana, someone.given_kana}});
  if (!someone.former_family.empty())
    names_.push_back({{someone.former_family, someone.given, {}, {}}, {{}, someone.given_kana}});
  if (!someone.phone.empty()) phones_.push_back(someone.phone);
  for (const auto& number : someone.numbers)
    numbers_.push_back({number.system, number.value, number.one_each});
  facts_ = {someone.id,
            names_,
            someone.birth,
            someone.sex,
            {someone.town, someone.number, someone.room},
            phones_,
            numbers_,
            someone.recorded,
            someone.hidden};
}

Someone hanako(RecordId id) {
  Someone one;
  one.id = id;
  one.family = "高橋";
  one.given = "花子";
  one.family_kana = "タカハシ";
  one.given_kana = "ハナコ";
  one.birth = {1950, 4, 1};
  one.sex = 2;
  one.town = "09214|氏家";
  one.number = "2771-1";
  one.phone = "0286811111";
  return one;
}

Packed pack(const Someone& someone, const Model& model) {
  std::vector<Packed> rows;
  Preparer{model}.pack(Facts(someone).get(), rows);
  return rows.front();
}

Population population_of(const std::vector<Someone>& all, const Model& model) {
  Population population;
  for (const auto& one : all)
    population.add(Facts(one).get(), {model});
  return population;
}

std::vector<Someone> invented_town(std::uint64_t seed, std::size_t persons) {
  return Maker(seed).town(persons);
}

}  // namespace hub::linkage::testing
