// Counts as somebody takes them away (R-95, R-100): rows, CSV, Excel, the year's pages.
#include "hub/cli/count_rows.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "hub/cli/count_reference.hpp"
#include "hub/cli/fiscal_year.hpp"
#include "hub/cli/yearly_page.hpp"
#include "tests/places.hpp"

namespace hub::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CountRows : public testing::Test {
 protected:
  void SetUp() override {
    for (
        const auto* line : {
            R"({"kind":"period","from":"2026-04-01","until":"2027-03-31","over":true})",
            R"({"kind":"figure","figure":"cases","title":"ケース数","definition":"=A1","count":0})",
            R"({"kind":"figure","figure":"plans","title":"プラン","hidden":true})",
            R"({"kind":"part","figure":"plans","part":"takikan","partName":"takikan","hidden":true})",
            R"({"kind":"desk","figure":"plans","desk":"a","deskName":"=1+1","count":12})",
            R"({"kind":"figure","figure":"days_to_plan","title":"日数","of":0})",
            R"({"kind":"uncounted","figure":"cost","title":"費用","reason":"<b>保存していません"})",
        })
      answer.add(line);
  }
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Console console{in, out, err, Language::ja};
  Answer answer;
};

TEST_F(CountRows, show_zero_as_zero_and_what_is_hidden_or_absent_as_that) {
  const auto rows = count_rows(console, answer);
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[0].count, "0");
  EXPECT_EQ(rows[1].count, "x");
  EXPECT_EQ(rows[2].name, "多機関協働");
  EXPECT_EQ(rows[3].count, "12");
  EXPECT_EQ(rows[4].count, "-") << "no day was taken: not 0 days";
}

TEST_F(CountRows, are_inert_in_a_spreadsheet) {
  write_count_csv(out, console, answer);
  EXPECT_TRUE(out.str().starts_with("\xEF\xBB\xBF"));
  EXPECT_THAT(out.str(),
              AllOf(HasSubstr("\"'=1+1\""), HasSubstr("\"'=A1"), Not(HasSubstr("\"=1+1\""))));
}

TEST_F(CountRows, become_an_excel_file_or_say_that_they_can_not) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("tsunagu-counts-" + std::to_string(::getpid()) + ".xlsx");
  EXPECT_TRUE(write_count_xlsx(console, file.string(), answer)) << err.str();
  std::string begin(2, ' ');
  std::ifstream(file, std::ios::binary).read(begin.data(), 2);
  EXPECT_EQ(begin, "PK");
  std::filesystem::remove(file);
  EXPECT_FALSE(write_count_xlsx(console, "/nowhere/x.xlsx", answer));
  EXPECT_THAT(err.str(), HasSubstr("Excel"));
}

TEST_F(CountRows, stand_in_the_years_report_with_what_they_do_not_show) {
  write_yearly_page(out, console, answer, 2026);
  EXPECT_THAT(out.str(),
              AllOf(HasSubstr("令和8年度"), HasSubstr("令和8年4月1日（2026-04-01）"),
                    HasSubstr("この数字に表れないもの"), HasSubstr("&lt;b&gt;保存していません")));
  std::ostringstream assembly;
  write_assembly_page(assembly, console, answer, 2026);
  EXPECT_THAT(assembly.str(), AllOf(HasSubstr("この数字に表れないもの"), HasSubstr("ケース数"),
                                    Not(HasSubstr("多機関協働"))));
}

TEST(CountReference, is_the_page_of_the_documents) {
  std::ifstream file(std::string(tests::in_source()) + "/docs/counts.md");
  std::ostringstream page;
  page << file.rdbuf();
  std::ostringstream made;
  write_count_reference(made);
  EXPECT_EQ(page.str(), made.str()) << "tsunagu count list --markdown > docs/counts.md";
}

TEST(FiscalYears, are_read_as_people_type_them) {
  for (const auto* typed : {"令和8年度", "令和８年度", "令和8", "R8", "2026", "2026年度"})
    EXPECT_EQ(fiscal_year_from(typed), 2026) << typed;
  EXPECT_EQ(fiscal_year_from("令和元年度"), 2019);
  for (const auto* typed : {"", "令和", "8", "平成30年度", "20260", "二千", "-2026"})
    EXPECT_FALSE(fiscal_year_from(typed)) << typed;
  EXPECT_EQ(fiscal_year_in_words(2026), "令和8年度");
  EXPECT_EQ(fiscal_year_in_words(2019), "令和元年度");
}

}  // namespace
}  // namespace hub::cli
