// Whom an officer finds: whom his own desk's records tell of, and nobody who hides.
#include "hub/service/search_persons.hpp"

#include <gmock/gmock.h>

#include "tests/hub/service/sitting_fixture.hpp"

namespace hub::service {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* hanako_hides =
    "1,レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,例 一郎,レイ イチロウ,1939-01-01,\r\n";

class Searches : public SittingFixture {
 protected:
  void SetUp() override {
    kaigo = plan_of("kaigo");
    // The one who will hide comes last, so that she would be the one more.
    deliver(kaigo, {person({.key = "s",
                            .number = "2",
                            .kana = "レイ ハナヨ",
                            .birthday = "1972-04-01",
                            .address = "さくら市喜連川9"},
                           "atena:kaigo"),
                    person({.key = "m", .number = "1"}, "atena:kaigo")});
    work_at("elim", "elim-houkatsu");
    work_at("nikon", "nikon-houkatsu");
  }
  /// The lines that come of it; `logged`: whom the log would name.
  std::vector<std::string> found(const SearchWords& words, const std::string& asker = "elim",
                                 std::size_t at_most = 20) {
    std::vector<std::string> lines;
    look([&](store::Reader& reader) {
      const auto shown = search_persons(reader, *context, {words, "officer/" + asker, at_most},
                                        [&](std::string_view line) { lines.emplace_back(line); });
      logged = shown ? shown->persons.size() : 0;
      return shown.has_value();
    });
    return lines;
  }
  std::vector<std::vector<std::string>> found_by_each_word() {
    return {found({.name = "例 花子"}),        found({.name = "例"}),
            found({.kana = "レイ ハナコ"}),    found({.kana = "レイ"}),
            found({.birthday = "1940-02-10"}), found({.number = "1"})};
  }

  FeedPlan kaigo;
  std::size_t logged = 0;
};

TEST_F(Searches, by_name_reading_birthday_or_number_finds_whom_the_desk_knows) {
  EXPECT_THAT(found({.kana = "レイ ハナコ"}), ElementsAre(HasSubstr("例 花子")));
  EXPECT_THAT(found({.birthday = "1940-02-10"}), ElementsAre(HasSubstr("例 花子")));
  EXPECT_THAT(found({.number = "1"}), ElementsAre(HasSubstr("例 花子")));
  EXPECT_EQ(logged, 1U);
  EXPECT_EQ(found({.kana = "レイ"}).size(), 2U);
}

TEST_F(Searches, finds_nothing_of_another_desk) {
  EXPECT_THAT(found({.kana = "レイ ハナコ"}, "nikon"), IsEmpty());
  EXPECT_THAT(found({.number = "1"}, "nikon"), IsEmpty());
}

// SAFETY 14: what is not found differs in nothing from what is not there.
TEST_F(Searches, finds_nobody_who_hides_by_any_word) {
  deliver_register(hanako_hides);
  for (const auto& lines : found_by_each_word()) {
    for (const auto& line : lines)
      EXPECT_THAT(line, HasSubstr(person_id(kaigo, "s").text())) << "the other one alone";
  }
  EXPECT_THAT(found({.birthday = "1940-02-10"}), IsEmpty());
  EXPECT_EQ(logged, 0U);
}

TEST_F(Searches, says_more_only_where_more_may_be_found) {
  EXPECT_THAT(found({.kana = "レイ"}, "elim", 1),
              ElementsAre(HasSubstr("person"), HasSubstr("more")));
  deliver_register(hanako_hides);
  EXPECT_THAT(found({.kana = "レイ"}, "elim", 1),
              ElementsAre(HasSubstr(person_id(kaigo, "s").text())))
      << "that there is a hidden one is told by nothing";
}

}  // namespace
}  // namespace hub::service
