// The kinds of dirt that were measured on published rows, counted again on the rows of the five
// municipalities (plugins/chiiki/testdata, real facilities and no person), and one row for each
// kind that does not occur among them.
#include "hub/normalize/dirt.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "tests/hub/normalize/test_tables.hpp"
#include "tests/places.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

DirtCounter counted(const std::string& bytes) {
  text::RowStream rows(
      [rest = std::string_view(bytes)]() mutable { return std::exchange(rest, {}); },
      {text::Encoding::utf8, text::Encoding::cp932});
  DirtCounter counter(test_tables(), rows.columns());
  while (const auto* row = rows.next())
    counter.add(*row);
  return counter;
}

struct Expected {
  Note note;
  std::uint64_t rows;
};

TEST(Dirt, is_counted_on_the_real_rows) {
  const auto counter =
      counted(read_file(tests::in_source("/plugins/chiiki/testdata/in/kaigo_kohyo_seed5.csv")));
  EXPECT_EQ(counter.rows(), 196U);
  const Expected kinds[] = {
      {Note::capacity_empty, 137},       {Note::address_full_width_digits, 48},
      {Note::address_banchi, 64},        {Note::address_chome_digits, 6},
      {Note::address_chome_kanji, 2},    {Note::address_no_prefecture, 30},
      {Note::address_ban_go, 7},         {Note::address_building_repeated, 11},
      {Note::address_odd_hyphen, 24},    {Note::address_section_word, 1},
      {Note::corporate_number_empty, 6}, {Note::text_line_break_word, 4},
      {Note::phone_full_width, 2},       {Note::url_mail_address, 1},
      {Note::text_not_cp932, 1},  // U+2212, which Microsoft's table lacks
      {Note::kana_kanji_or_latin, 1},    {Note::address_city_spelling, 32},
      {Note::text_old_kanji, 0},         {Note::text_not_nfc, 0},
      {Note::address_glued_building, 0}, {Note::address_doubled_chome, 1},
      {Note::address_malformed, 0},      {Note::address_town_unknown, 1},
      {Note::phone_unreadable, 0},
  };
  for (const auto& kind : kinds)
    EXPECT_EQ(counter.counts().of(kind.note), kind.rows) << code_of(kind.note);
}

TEST(Dirt, has_a_row_for_every_measured_kind) {
  const std::pair<const char*, Note> rows[] = {
      {"a,,,,1,,9", Note::capacity_empty},
      {"a,,,,1,0,9", Note::capacity_empty},
      {"a,氏家２,,,1,5,9", Note::address_full_width_digits},
      {"a,氏家2番地,,,1,5,9", Note::address_banchi},
      {"a,卯の里2丁目1,,,1,5,9", Note::address_chome_digits},
      {"a,卯の里二丁目1,,,1,5,9", Note::address_chome_kanji},
      {"a,さくら市氏家2,,,1,5,9", Note::address_no_prefecture},
      {"a,氏家2番3号,,,1,5,9", Note::address_ban_go},
      {"a,氏家2 桜館,桜館,,1,5,9", Note::address_building_repeated},
      {"a,氏家2₋3,,,1,5,9", Note::address_odd_hyphen},
      {"a,大字氏家2,,,1,5,9", Note::address_section_word},
      {"a,氏家2,,,,5,9", Note::corporate_number_empty},
      {"a（改行）b,氏家2,,,1,5,9", Note::text_line_break_word},
      {"a,氏家2,,０２８－６８１－１１１６,1,5,9", Note::phone_full_width},
      {"a,氏家2,,,1,5,info@example.jp", Note::url_mail_address},
      {"₋,氏家2,,,1,5,9", Note::text_not_cp932},
      {"漢字,氏家2,,,1,5,9", Note::kana_kanji_or_latin},
      {"Ａ,氏家2,,,1,5,9", Note::kana_kanji_or_latin},
      {"a,茅が崎市南湖1,,,1,5,9", Note::address_city_spelling},
      {"髙,氏家2,,,1,5,9", Note::text_old_kanji},
      {"\uFA4F,氏家2,,,1,5,9", Note::text_not_nfc},
  };
  const std::string header = "事業所名カナ,住所,方書,電話番号,法人番号,定員,URL\n";
  const auto clean =
      counted(header + "サクラ,栃木県さくら市氏家2,,0286811116,1,5,https://a.jp/@b\n");
  for (const auto& [row, note] : rows) {
    EXPECT_EQ(counted(header + row + "\n").counts().of(note), 1U) << row << " " << code_of(note);
    EXPECT_EQ(clean.counts().of(note), 0U) << code_of(note);
  }
}

TEST(Dirt, counts_a_row_once) {
  const auto counter = counted("住所,電話番号,氏名\n氏家２－３番地,０２８,髙﨑\n氏家2,,高崎\n");
  EXPECT_EQ(counter.rows(), 2U);
  EXPECT_EQ(counter.counts().of(Note::address_full_width_digits), 1U);
  EXPECT_EQ(counter.counts().of(Note::text_old_kanji), 1U);
  EXPECT_EQ(counter.counts().of(Note::name_variant), 1U);
}

TEST(Dirt, knows_the_columns_of_the_fields) {
  EXPECT_EQ(column_named("氏名カナ"), Column::kana);
  EXPECT_EQ(column_named("生年月日"), Column::birthday);
  EXPECT_EQ(column_named("方書（ビル名等）"), Column::building);
  EXPECT_EQ(column_named("要介護度"), Column::other);
  const auto counter = counted("氏名,生年月日\n一,S64.1.8\n二,昭和47年\n三,不明\n");
  EXPECT_EQ(counter.counts().of(Note::date_past_era), 1U);
  EXPECT_EQ(counter.counts().of(Note::date_unreadable), 1U);
}

}  // namespace
}  // namespace hub::normalize
