// Two records side by side, at 80 columns with full-width characters.
#include "hub/cli/link_pair_words.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "hub/cli/layout.hpp"
#include "hub/cli/link_words.hpp"

namespace hub::cli {
namespace {

class LinkPairWords : public testing::Test {
 protected:
  std::string shown(const std::vector<std::string>& lines) {
    Answer answer;
    for (const auto& line : lines)
      answer.add(line);
    write_link_words(console, answer);
    return out.str();
  }
  void expect_at_most(std::size_t columns) {
    std::istringstream all(out.str());
    for (std::string line; std::getline(all, line);)
      EXPECT_LE(display_width(line), columns) << line;
  }

  const std::vector<std::string> pair{
      R"({"kind":"pair","answer":"perhaps","score":"+3.2","numbers":"nothing"})",
      R"({"kind":"field","field":"family","level":"same","weight":"+8.1","rare":true})",
      R"({"kind":"field","field":"given","level":"read_same","weight":"+5.0"})",
      R"({"kind":"field","field":"birth","level":"swapped","weight":"-1.5"})",
      R"({"kind":"field","field":"sex","level":"same","weight":"+1.0"})",
      R"({"kind":"field","field":"address","level":"elsewhere","weight":"-0.5"})",
      R"({"kind":"field","field":"phone","level":"missing","weight":"+0.0"})",
      R"({"kind":"record","side":"a","record":"kaigo/R08-9001"})",
      R"({"kind":"record","side":"b","record":"shogai/0123456789012345678901234567890123456789"})",
      R"({"kind":"value","field":"name","a":["架空 裕子"],"b":["架空　祐子","架空　祐子（旧姓 例）"]})",
      R"({"kind":"value","field":"reading","a":["カクウ ユウコ"],"b":["カクウ ユウコ"]})",
      R"({"kind":"value","field":"birth","a":["1940-02-10"],"b":["1940-10-02"]})",
      R"({"kind":"value","field":"sex","a":["2"],"b":["2"]})",
      R"({"kind":"value","field":"address","a":["栃木県さくら市氏家2771番地 例示第二コーポラスさくら並木通り南館1203号室"],"b":["栃木県さくら市喜連川4420-1"]})",
      R"x({"kind":"value","field":"number","a":["0001234567 (insured)"],"b":[]})x"};
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Console console{in, out, err, Language::ja};
};

TEST_F(LinkPairWords, stand_side_by_side_and_say_what_each_field_weighs) {
  const auto text = shown(pair);
  expect_at_most(80);
  EXPECT_NE(text.find("氏名          架空 裕子                         架空　祐子\n"), text.npos)
      << text;
  EXPECT_NE(text.find("姓: 同じ(珍しい値)  同じ人だと強く示す (+8.1)"), text.npos) << text;
  EXPECT_NE(text.find("名: 読みは同じ、字が違う  同じ人だと示す (+5.0)"), text.npos) << text;
  EXPECT_NE(text.find("月と日が入れ替わっている  別の人だとやや示す (-1.5)"), text.npos) << text;
  EXPECT_NE(text.find("住所: 別の所  どちらとも言えない (-0.5)"), text.npos) << text;
  EXPECT_NE(text.find("性別          女性"), text.npos) << text;
}

TEST_F(LinkPairWords, keep_to_a_narrow_terminal_too) {
  console.columns = 60;
  (void)shown(pair);
  expect_at_most(60);
}

TEST_F(LinkPairWords, say_why_a_record_is_not_shown) {
  const auto text =
      shown({pair[0], pair[7],
             R"({"kind":"record","side":"b","record":"kodomo/3","withheld":"hidden"})"});
  EXPECT_NE(text.find("kodomo/3 の中身は示せません: 支援措置などの対象です"), text.npos) << text;
}

TEST_F(LinkPairWords, show_an_operator_the_weights_alone) {
  const auto text = shown({pair[0], pair[1]});
  EXPECT_NE(text.find("姓: 同じ"), text.npos) << text;
  EXPECT_EQ(text.find("氏名"), text.npos) << text;
}

TEST_F(LinkPairWords, tell_an_officers_decision_and_how_to_take_it_back) {
  const auto text = shown(
      {pair[0],
       R"({"kind":"decided","decision":"0199","answer":"one_person","decidedBy":"officer/suzuki"})"});
  EXPECT_NE(text.find("職員の決定: 同じ人 (officer/suzuki"), text.npos) << text;
  EXPECT_NE(text.find("tsunagu link undo 0199"), text.npos) << text;
}

}  // namespace
}  // namespace hub::cli
