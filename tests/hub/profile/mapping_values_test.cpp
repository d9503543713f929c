// Values of mapping.yaml that can never be right: each is refused on its own line, with the way
// out.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "hub/profile/check.hpp"
#include "hub/profile/mapping.hpp"
#include "hub/profile/mapping_parts.hpp"

namespace hub::profile {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* whole = R"(encodings: [utf8]
header_line: 1
artificial_day: 15
eras: {1: 大正}
columns:
  - 番号
  - {name: 年齢, number: true}
  - {name: 生年月日, artificial_day: 0, date_order: month_day_year}
  - {name: 状態, label: youtai}
skip: {field: 状態, eq: 合計}
records:
  - kind: person
    key: "a:{番号}"
    needs: [番号]
    when:
      any:
        - {field: 年齢, ge: 1}
        - field: 状態
          in: [入, 出]
    fields:
      name: 状態
      birthday: 生年月日
      sex:
        column: 状態
        codes:
          入: 男
    keep: [年齢]
  - kind: consultation
    key: "b:{番号}"
    person: "a:{番号}"
    each:
      column: 番号
      separator: "、"
    fields:
      received_at:
        constant: 2026-04-10
      channel:
        text: "{状態}"
)";

/// What is wrong with it, in English, a line each.
std::string told(const std::string& yaml) {
  std::string name = (std::filesystem::temp_directory_path() / "tsunagu-mapping-XXXXXX").string();
  const int file = ::mkstemp(name.data());
  ::close(file);
  std::ofstream(name) << yaml;
  Problems found;
  read_mapping(name, found, "m");
  std::filesystem::remove(name);
  std::string out;
  for (const Problem& problem : found.all())
    out += render(problem, Language::en) + "\n";
  return out;
}

struct Slip {
  const char* from;
  const char* to;
  const char* place;  ///< of the first problem
  const char* says;
};

void expect_each(std::initializer_list<Slip> slips) {
  for (const Slip& slip : slips) {
    std::string yaml = whole;
    const auto at = yaml.find(slip.from);
    ASSERT_NE(at, std::string::npos) << slip.from;
    yaml.replace(at, std::string_view(slip.from).size(), slip.to);
    EXPECT_THAT(told(yaml),
                AllOf(StartsWith("m:" + std::string(slip.place) + ": "), HasSubstr(slip.says)))
        << slip.to;
  }
}

TEST(MappingValues, are_right_as_they_stand) {
  EXPECT_EQ(told(whole), "");
}

TEST(MappingValues, of_the_table_stand_within_their_bounds) {
  expect_each({
      {"header_line: 1", "header_line: 0", "2:14", "a whole number from 1 to 100"},
      {"header_line: 1", "header_line: one", "2:14", "a whole number from 1 to 100"},
      {"artificial_day: 15", "artificial_day: 99", "3:17", "a whole number from 1 to 31"},
      {"artificial_day: 15", "artificial_day: 0", "3:17", "a whole number from 1 to 31"},
      {"artificial_day: 0", "artificial_day: 32", "8:42", "a whole number from 0 to 31"},
      {"eras: {1: 大正}", "eras: 令和", "4:7", "digits and their eras"},
      {"eras: {1: 大正}", "eras: {}", "4:7", "digits and their eras"},
      {"eras: {1: 大正}", "eras:\n  1: 大正\n  11: 昭和", "6:3", "\"11\" is not right"},
      {"eras: {1: 大正}", "eras:\n  1: 大正\n  2: 照和", "6:6", "did you mean: 昭和?"},
      {"month_day_year", "month_day_yaer", "8:57", "did you mean: month_day_year?"},
      {"[utf8]", "[utf8, utf8]", "1:19", "\"utf8\" stands twice"},
      {"[utf8]", "[utf8, euc_jp]", "1:19", "encodings: [euc_jp]"},
  });
}

TEST(MappingValues, name_each_column_once_and_as_the_header_does) {
  expect_each({
      {"  - 番号", "  - 番号\n  - 氏名\n  - {name: 番号}", "8:12", "\"番号\" stands twice"},
      {"  - 番号", "  - 番号\n  - ''", "7:5", "is empty or has spaces"},
      {"  - 番号", "  - 番号\n  - ' 氏名'", "7:5", "did you mean: 氏名?"},
      {"label: youtai", "label: ''", "9:27", "not a known value"},
      {"needs: [番号]", "needs: [番号, 番号]", "14:21", "stands twice"},
      {"keep: [年齢]", "keep:\n      - 年齢\n      - 年齢", "29:9", "stands twice"},
      {"{状態}\"", "{状態}と{状態}\"", "38:15", "\"状態\" stands twice"},
      {"birthday: 生年月日", "kana: 生年月日", "8:12", "no field reads a date"},
  });
}

TEST(MappingValues, ask_conditions_that_can_hold) {
  expect_each({
      {"in: [入, 出]", "in: []", "19:15", "one value or more"},
      {"in: [入, 出]", "in: [入, '']", "19:21", "did you mean: absent: true?"},
      {"in: [入, 出]", "in: [入, '出 ']", "19:21", "did you mean: 出?"},
      {"in: [入, 出]", "in: [入, 入]", "19:21", "does not stand here already"},
      {"in: [入, 出]", "absent: false", "19:19", "absent: true"},
      {"in: [入, 出]", "in: 入", "19:15", "one value or more"},
      {"eq: 合計", "eq: ''", "10:27", "never holds"},
      {"skip: {field: 状態, eq: 合計}", "skip: {all: []}", "10:13", "one value or more"},
      {"skip: {field: 状態, eq: 合計}",
       "skip: {field: 状態, eq: 計, any: [{field: 状態, eq: 小計}]}", "10:7",
       "one of field, all, any"},
      {"skip: {field: 状態, eq: 合計}", "skip: {eq: 計}", "10:7", "one of field, all, any"},
      {"ge: 1}", "in: [64-40]}", "17:32", "such as 40-64"},
  });
}

TEST(MappingValues, fill_fields_with_what_they_take) {
  expect_each({
      {"constant: 2026-04-10", "constant: 2026-02-30", "36:19", "an existing day"},
      {"constant: 2026-04-10", "constant: いつか", "36:19", "an existing day"},
      {"constant: 2026-04-10", "constant: ' '", "36:19", "not empty"},
      {"constant: 2026-04-10", "constant: ''", "36:19", "not empty"},
      {"text: \"{状態}\"", "constant: 電和", "38:19", "did you mean: 電話?"},
      {"text: \"{状態}\"", "constant: 電話\n        codes: {電話: 訪問}", "39:16",
       "of a column's words"},
      {"text: \"{状態}\"", "text: 電話", "38:15", "did you mean: constant?"},
      {"text: \"{状態}\"", "text: ''", "38:15", "such as {column}"},
      {"text: \"{状態}\"", "text: \"{状態\"", "38:15", "a closing brace"},
      {"text: \"{状態}\"", "text: \"状態}{番号}\"", "38:15", "an opening brace"},
      {"text: \"{状態}\"", "column: 状態\n        system: x", "39:17", "only a number"},
      {"      birthday:", "      age: {constant: 不明}\n      birthday:", "22:23",
       "a whole number"},
      {"      birthday:", "      telephone:\n        constant: 電話\n      birthday:", "23:19",
       "a telephone number"},
      {"      birthday:", "      postal_code: {constant: 12-3}\n      birthday:", "22:31",
       "7 digits"},
      {"          入: 男", "          入: 男\n          ' 出': 女", "27:11", "did you mean: 出?"},
      {"          入: 男", "          入: 男\n          出: 女女", "27:16", "did you mean: 女?"},
      {"          入: 男", "          入: [男]", "26:16", "write text"},
  });
}

TEST(MappingValues, make_records_of_fields_that_their_kind_has) {
  expect_each({
      {"      birthday:", "      statement: 状態\n      birthday:", "22:7",
       "\"statement\" is not a known value"},
      {"      name: 状態\n", "", "21:7", "needs the field \"name\""},
      {"  - kind: consultation", "  - kind: consultaton", "28:11", "did you mean: consultation?"},
      {"      received_at:\n        constant: 2026-04-10\n      channel:\n        text: \"{状態}\"",
       "      - 状態", "35:7", "one field and its column"},
      {"person: \"a:{番号}\"", "person: \"c:{番号}\"", "30:13", "no record of kind person"},
      {"person: \"a:{番号}\"", "person: ''", "30:13", "such as {column}"},
      {"      column: 番号\n", "      column: 番后\n", "32:15", "did you mean: 番号?"},
      {"      column: 番号\n", "", "32:7", "\"column\" is missing"},
      {"separator: \"、\"", "separator: \"\"", "33:18", "\"separator\" is empty"},
      {"    key: \"b:{番号}\"", "    key: b", "29:10", "a key with a column"},
  });
}

TEST(MappingValues, left_out_are_missed_where_they_were_to_stand) {
  expect_each({
      {"    key: \"a:{番号}\"", "    key:\n", "13:5", "\"key\" is missing"},
      {"      name: 状態", "      name:   # 氏名\n", "21:7", "a map of keys and values"},
      {"  - 番号", "  - 番号\n  -   # 氏名\n", "7:3", "a map of keys and values"},
      {"[utf8]", "", "1:1", "\"encodings\" is missing"},
      {"    needs: [番号]", "    needs: [番号]\n    key: x", "15:5", "in line 13 already"},
  });
}

TEST(MappingValues, name_a_person_only_where_the_record_is_about_one) {
  const std::string yaml = whole;
  EXPECT_THAT(told(yaml + "  - kind: resource\n    key: \"r:{番号}\"\n"
                          "    person: \"a:{番号}\"\n    fields: {name: 状態}\n"),
              AllOf(StartsWith("m:41:13: "), HasSubstr("has no \"person\"")));
}

TEST(MappingValues, make_no_record_twice) {
  const std::string yaml = whole;
  const std::string twice = "  - kind: person\n    key: \"a:{番号}\"\n    fields: {name: 状態}\n";
  EXPECT_THAT(told(yaml + twice), AllOf(StartsWith("m:40:10: "), HasSubstr("line 13")));
  const std::string apart =
      "  - kind: person\n    key: \"a:{番号}\"\n    when: {field: 年齢, absent: true}\n"
      "    fields: {name: 状態}\n";
  EXPECT_EQ(told(yaml + apart), "");
}

TEST(TaxColumns, are_told_by_their_headings) {
  for (const char* heading : {"課税区分",       "住民税",           "市町村民税",
                              "非課税",         "非課税世帯",       "固定資産税",
                              "固定資産評価額", "所得割",           "均等割額",
                              "合計所得金額",   "総所得",           "給与収入額",
                              "年金収入",       "公的年金等の収入", "滞納",
                              "滞納(税)",       "納税義務者",       "租税",
                              "税額",           "軽自動車税",       "保険料段階",
                              "介護保険料段階", "所得段階",         "負担割合",
                              "負担上限月額",   "世帯収入(月)",     "扶養控除",
                              "所 得 割",       "課税\n区分",       "税理士への納税相談"})
    EXPECT_TRUE(tells_taxation(heading)) << heading;
  for (const char* heading :
       {"税理士", "担当税理士名", "税務署", "税務課の担当", "利用料(税込)", "料金（税抜）",
        "消費税", "家賃滞納", "家賃の滞納", "公共料金滞納", "給食費の滞納", "氏名", "住所", "収入",
        "年金手帳", "相談内容", "備考"})
    EXPECT_FALSE(tells_taxation(heading)) << heading;
}

TEST(TaxColumns, want_their_label) {
  const std::string before = "  - {name: 状態, label: youtai}";
  std::string yaml = whole;
  yaml.replace(yaml.find(before), before.size(), before + "\n  - 合計所得金額");
  EXPECT_THAT(told(yaml), AllOf(StartsWith("m:10:5: "), HasSubstr("did you mean: label: tax?")));
}

}  // namespace
}  // namespace hub::profile
