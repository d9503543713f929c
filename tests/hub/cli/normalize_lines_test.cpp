#include "hub/cli/normalize_lines.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "hub/cli/normalize_count.hpp"
#include "tests/places.hpp"

namespace {

using hub::cli::Normalization;

const hub::normalize::Tables& tables() {
  static const auto loaded = hub::normalize::Tables::load(tests::in_source("/config/data"));
  return *loaded;
}

std::string answers(Normalization what, const std::string& lines) {
  std::istringstream in(lines);
  std::ostringstream out;
  hub::cli::answer_lines({what, tables()}, in, out);
  return out.str();
}

std::string explained(Normalization what, const std::string& text) {
  return hub::cli::answer_to({.what = what, .tables = tables(), .explains = true}, text);
}

TEST(NormalizeLines, answer_each_kind_with_its_key) {
  EXPECT_EQ(answers(Normalization::name, "髙橋　ウメ\n"),
            "{\"input\":\"髙橋　ウメ\",\"key\":\"高橋ウメ\",\"warnings\":[]}\n");
  EXPECT_EQ(answers(Normalization::kana, "ﾀｶﾊｼ ｳﾒ"),
            "{\"input\":\"ﾀｶﾊｼ ｳﾒ\",\"key\":\"タカハシウメ\",\"warnings\":[]}\n");
  EXPECT_EQ(
      answers(Normalization::date, "昭和64年1月8日\r\n"),
      "{\"input\":\"昭和64年1月8日\",\"key\":\"1989-01-08\",\"warnings\":[\"date.past_era\"]}\n");
  EXPECT_EQ(answers(Normalization::number, "千二百三十四\n"),
            "{\"input\":\"千二百三十四\",\"key\":1234,\"warnings\":[]}\n");
  EXPECT_EQ(
      answers(Normalization::address, "栃木県さくら市氏家2650番地\n"),
      "{\"input\":\"栃木県さくら市氏家2650番地\",\"key\":\"09214|氏家|2650|\",\"warnings\":[]}\n");
}

TEST(NormalizeLines, explain_when_asked) {
  EXPECT_EQ(explained(Normalization::date, "令和7年2月30日"),
            "{\"input\":\"令和7年2月30日\",\"error\":\"date.no_such_day\","
            "\"reason\":\"その月にない日です\"}");
  EXPECT_EQ(explained(Normalization::kana, "チヂコ"),
            "{\"input\":\"チヂコ\",\"key\":\"チヂコ\",\"warnings\":[],"
            "\"weak\":[\"チジコ\",\"チシコ\"],\"further\":[],\"steps\":[]}");
  EXPECT_EQ(
      explained(Normalization::name, "佐藤 花子（旧氏 鈴木）"),
      "{\"input\":\"佐藤 花子（旧氏 鈴木）\",\"key\":\"佐藤花子\",\"warnings\":[],\"weak\":[],"
      "\"further\":[{\"use\":\"former\",\"key\":\"鈴木花子\"}],"
      "\"steps\":[\"name.width\",\"name.separator\",\"name.further\"]}");
}

TEST(NormalizeLines, read_telephones) {
  EXPECT_EQ(answers(Normalization::phone, "０４６７－５８－５４００"),
            "{\"input\":\"０４６７－５８－５４００\",\"key\":\"0467585400\",\"warnings\":[]}\n");
  EXPECT_EQ(answers(Normalization::phone, "なし"),
            "{\"input\":\"なし\",\"error\":\"phone.unreadable\"}\n");
}

TEST(NormalizeLines, assume_the_municipality_that_they_are_told) {
  EXPECT_EQ(
      hub::cli::answer_to(
          {.what = Normalization::address, .tables = tables(), .hint = {.lgcode5 = "45205"}}, "堤1")
          .find("{\"input\":\"堤1\",\"key\":\"45205|堤|1|\""),
      0U);
}

TEST(NormalizeLines, say_why_there_is_no_key) {
  EXPECT_EQ(answers(Normalization::date, "令和7年2月30日\n"),
            "{\"input\":\"令和7年2月30日\",\"error\":\"date.no_such_day\"}\n");
  EXPECT_NE(answers(Normalization::name, "\n").find("name.empty"), std::string::npos);
  EXPECT_NE(answers(Normalization::number, "三五十\n").find("number.unreadable"),
            std::string::npos);
}

TEST(NormalizeLines, answer_malformed_nul_and_overlong_lines_and_go_on) {
  const auto all = answers(Normalization::name, "a\xFF\n" + std::string("b\0c\n", 4) +
                                                    std::string(70'000, 'x') + "\nd\n");
  std::istringstream lines(all);
  std::string line;
  for (const auto* error : {"text.malformed", "text.malformed", "text.too_long"}) {
    ASSERT_TRUE(std::getline(lines, line));
    EXPECT_EQ(line.find("{\"input\":null,\"error\":\"" + std::string(error)), 0U) << line;
  }
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(line, "{\"input\":\"d\",\"key\":\"D\",\"warnings\":[]}");
}

TEST(NormalizeCount, tells_the_kinds_of_a_file_and_nothing_of_its_rows) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  hub::cli::Console console{in, out, err};
  console.json = true;
  const auto file = std::filesystem::temp_directory_path() /
                    ("tsunagu_count_" + std::to_string(::getpid()) + ".csv");
  std::ofstream(file) << "氏名,住所\n髙橋,氏家2\n高橋,氏家2番地\n";
  hub::cli::count_dirt(console, tables(), file);
  std::filesystem::remove(file);
  EXPECT_EQ(out.str().find("{\"rows\":2,\"kinds\":{\"text.old_kanji\":1,"), 0U) << out.str();
  EXPECT_NE(out.str().find("\"address.banchi\":1"), std::string::npos);
  EXPECT_EQ(out.str().find("橋"), std::string::npos);
  EXPECT_EQ(console.exit_code, 0);
  hub::cli::count_dirt(console, tables(), "/nowhere/absent.csv");
  EXPECT_NE(console.exit_code, 0);
}

TEST(DataFolder, is_found_above_the_program) {
  EXPECT_TRUE(hub::normalize::find_data_folder(tests::in_source("/build/release/tsunagu")));
  EXPECT_FALSE(hub::normalize::find_data_folder("/nowhere/bin/tsunagu"));
}

TEST(Tables, name_the_file_that_is_missing) {
  const auto none = hub::normalize::Tables::load("/nowhere");
  ASSERT_FALSE(none);
  EXPECT_NE(none.error().text().find("kanji_name_variants.tsv"), std::string::npos);
}

}  // namespace
