#include "hub/cli/disclosure_page.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace hub::cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view withheld_sentence =
    "記載していません。この文は、そのような情報があるときもないときも";

Answer answer_of(std::initializer_list<std::string_view> lines) {
  Answer answer;
  for (const auto line : lines)
    answer.add(line);
  return answer;
}

constexpr std::string_view page_line =
    R"({"kind":"page","person":"01890a5d-ac96-774b-bcce-b302099a8057","municipality":"さくら市","printedAt":"2026-04-10T03:00:00.000Z"})";
constexpr std::string_view sent_line =
    R"({"kind":"disclosure","row":17,"at":"2026-04-10T01:02:03.000Z","to":"sakutomo","toName":"SAKUTOMO <本所> & 支所","decision":"allow","items":["identity","contact"],"basis":"CONSENT","purpose":"tie_in","basisTitle":"本人の同意による提供","articles":"個人情報保護法69条2項1号（2025-04-01時点）","purposeTitle":"つなぎ"})";
constexpr std::string_view look_line =
    R"({"kind":"look","row":18,"at":"2026-04-10T02:00:00.000Z","action":"case.looked_at"})";

std::string page(const Answer& answer) {
  std::ostringstream out;
  write_disclosure_page(out, answer);
  return out.str();
}
std::string csv(const Answer& answer) {
  std::ostringstream out;
  write_disclosure_csv(out, answer);
  return out.str();
}

TEST(DisclosurePage, tells_when_to_whom_what_for_what_and_on_which_ground) {
  const auto text = page(answer_of({page_line, sent_line, look_line}));
  for (const auto* part : {"2026-04-10 10:02", "SAKUTOMO &lt;本所&gt; &amp; 支所",
                           "氏名・生年月日など、住所・電話番号", "つなぎ",
                           "個人情報保護法69条2項1号（2025-04-01時点）", "市の担当者",
                           "ケースの状況", "size: A4", "さくら市"})
    EXPECT_THAT(text, HasSubstr(part));
}

TEST(DisclosurePage, says_the_same_of_what_is_left_out_whether_or_not_there_is_any) {
  EXPECT_THAT(page(answer_of({page_line})), HasSubstr(std::string(withheld_sentence)));
  EXPECT_THAT(page(answer_of({page_line, sent_line})), HasSubstr(std::string(withheld_sentence)));
  EXPECT_THAT(page(answer_of({page_line})), HasSubstr("提供した記録はありません"));
}

TEST(DisclosurePage, names_nobody_who_may_not_be_named) {
  const auto text = page(answer_of(
      {page_line,
       R"({"kind":"disclosure","row":1,"at":"2026-04-10T01:02:03.000Z","decision":"mask","items":["contact"],"basis":"CONSENT"})"}));
  EXPECT_THAT(text, HasSubstr("(記載しません)"));
  EXPECT_THAT(text, HasSubstr("住所・電話番号(伏せて提供)"));
}

TEST(DisclosureCsv, begins_with_a_mark_and_has_a_line_for_each_row) {
  const auto text = csv(answer_of({page_line, sent_line, look_line}));
  EXPECT_THAT(text, StartsWith("\xEF\xBB\xBF\"区分\",\"日時\""));
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
  EXPECT_THAT(text, HasSubstr("\"17\""));
}

TEST(DisclosureCsv, no_cell_is_a_formula) {
  const auto text = csv(answer_of(
      {page_line,
       R"({"kind":"disclosure","row":1,"at":"=HYPERLINK","toName":"=cmd|' /C calc'!A0","decision":"allow","items":[],"basis":"+1","purposeTitle":"＝1"})"}));
  for (const auto* formula : {"\"=", "\"+", "\"＝"})
    EXPECT_THAT(text, Not(HasSubstr(formula)));
  EXPECT_THAT(text, HasSubstr("\"'=cmd"));
}

}  // namespace
}  // namespace hub::cli
