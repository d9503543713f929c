// Four persons of one household, each known to another field, in every pattern of consents, heard
// in a 重層的支援会議 and in a 支援会議: each seat sees exactly the union of what it may, and what
// one person said never changes what goes about another.
#include "tests/hub/service/sitting_fixture.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::service {
namespace {

using Seen = std::set<std::string>;

enum class Word { none, refused, sharing, taxes_too };
constexpr Word words[] = {Word::none, Word::refused, Word::sharing, Word::taxes_too};

struct Field {
  std::string_view source;
  std::string tag;
  std::string birthday;
};
const Field fields[] = {{"kaigo", "M", "1940-02-10"},
                        {"konkyu", "S", "1974-01-01"},
                        {"shogai", "D", "1976-03-03"},
                        {"kodomo", "G", "2015-05-05"}};

class HouseholdMix : public SittingFixture {
 protected:
  HouseholdMix() { work_at("sakutomo", "sakutomo-takikan"); }

  /// One pattern is one household; `words[…]` of its four members.
  static std::array<Word, 4> pattern(int house) {
    return {words[house % 4], words[house / 4 % 4], words[house / 16 % 4], words[house / 64 % 4]};
  }
  static std::string mark(const std::string& what, const std::string& tag, int house) {
    return what + tag + std::to_string(house);
  }

  static Somebody member(const Field& field, int house) {
    const auto key = field.tag + std::to_string(house);
    return {.key = key,
            .number = key,
            .name = mark("名", field.tag, house),
            .birthday = field.birthday,
            .address = "栃木県さくら市氏家" + std::to_string(1000 + house) + "番地"};
  }
  static std::vector<std::string> told_by(const Field& field, int house, Word word) {
    const auto key = field.tag + std::to_string(house);
    std::vector<std::string> rows{
        person(member(field, house), "insured"),
        record("consultation", "c" + key,
               about(key, R"("wish":")" + mark("望", field.tag, house) + '"'))};
    if (word == Word::refused)
      rows.push_back(record("consent", "k" + key, about(key, R"("status":"refused")")));
    if (word == Word::sharing || word == Word::taxes_too) rows.push_back(consent("k" + key, key));
    if (word == Word::taxes_too)
      rows.push_back(consent("t" + key, key, R"("status":"given","scopeForm":"J3")"));
    return rows;
  }
  static std::vector<std::string> taxes_of(const Field& field, int house) {
    const auto key = field.tag + std::to_string(house);
    return {person(member(field, house), "insured"),
            record("consultation", "x" + key,
                   about(key, R"("income":{"debts":")" + mark("税", field.tag, house) + R"("})"))};
  }

  static Seen expected(int house, bool consent_needed) {
    Seen seen;
    const auto said = pattern(house);
    for (std::size_t i = 0; i < std::size(fields); ++i) {
      const auto& tag = fields[i].tag;
      const bool agreed = said[i] == Word::sharing || said[i] == Word::taxes_too;
      if (agreed || !consent_needed)
        seen.merge(Seen{mark("名", tag, house), mark("望", tag, house)});
      if (said[i] == Word::taxes_too) seen.insert(mark("税", tag, house));
    }
    return seen;
  }
  /// Every mark in what the item brings the seat, whichever household's.
  static Seen seen_in(const ItemPaper& paper) {
    Seen seen;
    const auto parsed = tsunagu::json::parse_untrusted(paper.data, {.bytes = 1 << 24});
    for (const tsunagu::json::View one : parsed.root().find("records")) {
      const auto of = one.find("fields");
      for (const auto* at : {"/names/0/fullName", "/wish", "/income/debts"}) {
        const auto text = of.at_pointer(at).text();
        if (!text.empty()) seen.emplace(text);
      }
    }
    return seen;
  }
};

// R-28, R-112
TEST_F(HouseholdMix, each_seat_sees_exactly_the_union_of_what_it_may) {
  constexpr int houses = 256;
  std::vector<std::string> taxes;
  std::array<std::vector<std::string>, 4> rows;
  for (int house = 0; house < houses; ++house) {
    for (std::size_t i = 0; i < std::size(fields); ++i) {
      for (auto& one : told_by(fields[i], house, pattern(house)[i]))
        rows[i].push_back(std::move(one));
      for (auto& one : taxes_of(fields[i], house))
        taxes.push_back(std::move(one));
    }
    const auto key = "M" + std::to_string(house);
    rows[0].push_back(referral("r" + key, key));
  }
  for (std::size_t i = 0; i < std::size(fields); ++i)
    deliver(plan_of(std::string(fields[i].source)), rows[i]);
  deliver(plan_of("konkyu_tax"), taxes);

  const auto kaigo = plan_of("kaigo");
  officer = "officer/sakutomo";
  const auto juso = open("juso-kaigi");
  officer = "officer/kakari";
  const auto shien = open("shien-kaigi");
  for (int house = 0; house < houses; ++house) {
    const auto heard = case_of(kaigo, "M" + std::to_string(house));
    officer = "officer/sakutomo";
    item(juso, heard, "J-KAIGI");
    officer = "officer/kakari";
    item(shien, heard, "SHIEN-KAIGI");
  }
  const auto judge = [&](const store::SeatId& seat, const std::function<Seen(int)>& wanted) {
    const auto paper = whole_paper(seat);
    ASSERT_EQ(paper.items.size(), static_cast<std::size_t>(houses));
    for (int house = 0; house < houses; ++house)
      EXPECT_EQ(seen_in(paper.items[static_cast<std::size_t>(house)]), wanted(house)) << house;
  };
  officer = "officer/sakutomo";
  judge(seat(juso, "elim"), [](int house) { return expected(house, true); });
  judge(seat(juso, "fukushi"), [](int house) { return expected(house, true); });
  judge(seat({.sitting = juso, .party = "nikon"}), [](int) { return Seen(); });
  officer = "officer/kakari";
  judge(seat(shien, "zeimu"), [](int house) { return expected(house, false); });
  judge(seat(shien, "医療機関"), [](int house) { return expected(house, false); });
  const SeatWish uninvited{.sitting = shien,
                           .name = "架空新聞",
                           .kind = domain::RecipientKind::private_,
                           .secrecy = store::Secrecy::law};
  EXPECT_FALSE(give_seat(*context, uninvited, officer).has_value());
}

/// The other three's papers stay what they were, byte for byte, whatever one of them says.
TEST_F(HouseholdMix, what_one_says_changes_nothing_about_the_others) {
  constexpr int house = 63 * 4;  // the mother said nothing yet, the others all there is to say
  for (std::size_t i = 0; i < std::size(fields); ++i) {
    auto rows = told_by(fields[i], house, pattern(house)[i]);
    if (i == 0) rows.push_back(referral("rM252", "M252"));
    deliver(plan_of(std::string(fields[i].source)), rows);
  }
  const auto kaigo = plan_of("kaigo");
  const auto heard = case_of(kaigo, "M252");
  officer = "officer/sakutomo";
  const auto juso = open("juso-kaigi");
  item(juso, heard, "J-KAIGI");
  const auto seated = seat(juso, "elim");
  const auto without_hers = [](Seen seen) {
    std::erase_if(seen, [](const std::string& one) { return one.ends_with("M252"); });
    return seen;
  };
  const auto seen = [&] { return seen_in(whole_paper(seated).items.at(0)); };
  const auto before = seen();
  EXPECT_EQ(before.size(), 6U) << "the names and wishes of three";
  EXPECT_EQ(without_hers(before), before);
  for (const auto word : {Word::sharing, Word::refused, Word::none}) {
    deliver(kaigo, told_by(fields[0], house, word));
    clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(without_hers(seen()), before) << static_cast<int>(word);
    if (word == Word::sharing) {
      EXPECT_EQ(seen().size(), 8U) << "hers come beside";
    }
  }
}

}  // namespace
}  // namespace hub::service
