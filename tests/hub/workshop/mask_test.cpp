// A masked file keeps its dirt and its lengths, and nobody.
#include "hub/workshop/mask.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <set>

#include "tests/places.hpp"
#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/date.hpp"
#include "tsunagu/text/encoding.hpp"
#include "tsunagu/text/refused_numbers.hpp"
#include "tsunagu/text/row_stream.hpp"
#include "tsunagu/text/utf8.hpp"

namespace hub::workshop {
namespace {

namespace text = tsunagu::text;
using testing::HasSubstr;
using testing::Not;

std::string mask(const std::string& file, MaskWish wish = {}) {
  base::SeededRandom random{7};
  const auto done = masked(file, wish, random);
  EXPECT_TRUE(done) << done.error().text();
  return done ? *done : std::string();
}

std::string example() {
  std::ifstream file(
      tests::in_source("/examples/consultation_list/testdata/in/soudan_20260410.csv"),
      std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::vector<std::string>> cells_of(const std::string& file) {
  bool given = false;
  text::RowStream rows(
      [&]() -> std::string_view {
        if (std::exchange(given, true)) return {};
        return file;
      },
      {text::Encoding::cp932, text::Encoding::utf8}, {}, 0);
  std::vector<std::vector<std::string>> all;
  while (const text::Row* row = rows.next()) {
    auto& cells = all.emplace_back();
    for (const text::Cell& cell : row->cells())
      cells.emplace_back(cell.text);
  }
  EXPECT_FALSE(rows.problem());
  return all;
}

TEST(MaskedFile, keeps_every_length_and_mark) {
  const std::string before = example();
  const std::string after = mask(before, {2, ',', {}});
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == ',' || before[i] == '"' || before[i] == '\n' || before[i] == '\r') {
      EXPECT_EQ(after[i], before[i]) << i;
    }
  }
}

TEST(MaskedFile, holds_no_word_of_the_file_but_its_header) {
  const auto before = cells_of(example());
  const auto after = cells_of(mask(example(), {2, ',', {}}));
  ASSERT_EQ(after.size(), before.size());
  EXPECT_EQ(after[1], before[1]) << "the header";
  int compared = 0;
  for (std::size_t row = 2; row < before.size(); ++row) {
    for (std::size_t column = 0; column < before[row].size(); ++column) {
      const std::string& cell = before[row][column];
      if (text::parse_date(cell).ok() || cell.size() < 3 || cell == "○") continue;
      ++compared;
      EXPECT_NE(after[row][column], cell) << "line " << row + 1 << " column " << column + 1;
    }
  }
  EXPECT_GT(compared, 40);
}

TEST(MaskedFile, keeps_a_date_that_never_was_and_one_that_was) {
  const std::string file = "d\n1950/02/30\nS18.6.5\n昭和15年\n5080402\n99年99月99日\n";
  const auto before = cells_of(file);
  const auto after = cells_of(mask(file));
  for (std::size_t row = 1; row < before.size(); ++row) {
    const auto wanted = text::parse_date(before[row][0]);
    const auto got = text::parse_date(after[row][0]);
    ASSERT_EQ(got.ok(), wanted.ok()) << before[row][0] << " became " << after[row][0];
    if (!wanted.ok()) {
      EXPECT_EQ(got.problem().code, wanted.problem().code);
    }
  }
}

TEST(MaskedFile, keeps_widths_spellings_and_gaiji) {
  EXPECT_THAT(mask("n\n髙橋　ﾊﾅｺ\n"), Not(HasSubstr("髙橋")));
  const auto cell = cells_of(mask("n\n髙橋　ｶﾞﾝ\xEE\x80\x80\n"))[1][0];
  EXPECT_THAT(cell, HasSubstr("　"));
  EXPECT_THAT(cell, HasSubstr("ﾞ"));
  const std::set<std::string> spellings{"﨑", "濵", "德", "瀨", "塚"};
  EXPECT_TRUE(spellings.count(cell.substr(0, 3)) == 1) << cell;
  EXPECT_EQ(cell[cell.size() - 3], '\xEE');
}

TEST(MaskedFile, leaves_no_letter_of_another_script) {
  const std::string file = "Жанна 김민수 Éric Ngô 𠮷田";
  const std::string after = mask("n\n" + file + "\n").substr(2);
  EXPECT_EQ(after.size(), file.size() + 1);
  for (const char* letter : {"Ж", "김", "민", "É", "ô", "𠮷", "田"})
    EXPECT_THAT(after, Not(HasSubstr(letter)));
}

TEST(MaskedFile, gives_one_cell_one_mask_so_that_keys_meet) {
  const auto after = cells_of(mask("k,n\n12345678,a\n12345678,b\n"));
  EXPECT_EQ(after[1][0], after[2][0]);
  EXPECT_NE(after[1][0], "12345678");
}

TEST(MaskedFile, keeps_two_keys_two) {
  const auto after = cells_of(mask("k\n1\n2\n3\n4\n5\n6\n7\n"));
  std::set<std::string> keys;
  for (std::size_t row = 1; row < after.size(); ++row)
    keys.insert(after[row][0]);
  EXPECT_EQ(keys.size(), 7U);
}

TEST(MaskedFile, keeps_a_column_of_codes_only_where_told) {
  const std::string file = "性別,氏名\n男,山田\n";
  EXPECT_EQ(cells_of(mask(file, {1, ',', {"性別"}}))[1][0], "男");
  EXPECT_NE(cells_of(mask(file))[1][0], "男");
  EXPECT_EQ(cells_of(mask("\"性別\",\"氏名\"\n\"男\",\"山田\"\n", {1, ',', {"性別"}}))[1][0], "男");
  base::SeededRandom random{7};
  const auto refused = masked(file, {1, ',', {"氏名", "性別 "}}, random);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().text(), "a column to keep is not in the header: 性別 ");
}

/// Why a file is not masked, and nothing of it comes out.
std::string refusal(const std::string& file, MaskWish wish = {}) {
  base::SeededRandom random{7};
  const auto done = masked(file, wish, random);
  EXPECT_FALSE(done) << *done;
  return done ? std::string() : done.error().text();
}

TEST(MaskedFile, takes_a_quote_within_a_cell_for_a_mark) {
  const std::string after = mask("番号,氏名\",電話\n1,山田太郎,090-1234-5678\n2,鈴木一郎,\n");
  EXPECT_THAT(after, HasSubstr("番号,氏名\",電話\n"));
  for (const char* part : {"山田", "太郎", "鈴木", "一郎"})
    EXPECT_THAT(after, Not(HasSubstr(part)));
}

TEST(MaskedFile, refuses_a_header_that_is_none) {
  const std::string why = "the line of the header is a record's; see --header-line";
  EXPECT_EQ(refusal("1,山田太郎,090-1234-5678\n2,鈴木,\n"), why);
  EXPECT_EQ(refusal("山田太郎,S18.6.5\n"), why);
  EXPECT_EQ(refusal("{\"name\":\"山田太郎\"}\n"), why);
  EXPECT_EQ(refusal("\"番号,氏名\n1,山田太郎\n"), why) << "the quote swallows the rows";
  EXPECT_EQ(refusal("\"番号,氏名\n1,\"山田太郎\"\n"), why);
  EXPECT_EQ(refusal("番号\n1\n", {9, ',', {}}),
            "no row begins on the line of the header; see --header-line");
  EXPECT_THAT(mask("1,山田太郎,090-1234-5678\n", {0, ',', {}}), Not(HasSubstr("山")));
}

TEST(MaskedFile, counts_the_headers_line_as_the_readers_do) {
  const std::string file = "\"相談一覧\n(秘)\"\n番号,氏名\n1,山田太郎\n";
  EXPECT_THAT(mask(file, {3, ',', {}}), HasSubstr("番号,氏名\n"));
  EXPECT_THAT(mask(file, {3, ',', {}}), Not(HasSubstr("山田")));
  EXPECT_THAT(refusal(file, {2, ',', {}}), HasSubstr("no row begins"));
}

TEST(MaskedFile, keeps_no_name_that_is_written_as_dates_and_places_are) {
  for (const char* name : {"大月 正和", "大和 昭", "大生 明治", "和生", "昭和　正", "昭一", "正二",
                           "大月 正和さんから", "町村 8", "元", "明"}) {
    const std::string after = mask("n\n" + std::string(name) + "\n");
    for (const char32_t letter : text::to_code_points(name)) {
      if (letter >= 0x3400) {
        EXPECT_THAT(after, Not(HasSubstr(text::to_utf8({&letter, 1})))) << name;
      }
    }
  }
  EXPECT_THAT(mask("d\n昭和15年\n"), HasSubstr("年"));
  EXPECT_THAT(mask("d\n架空市北町4420-1\n"), HasSubstr("市"));
}

TEST(MaskedFile, keeps_a_column_only_where_the_row_is_whole) {
  const MaskWish keep{1, ',', {"性別"}};
  const std::string after =
      mask("番号,氏名,性別\n1,山田,太郎,男\n2,鈴木,\"女\n3,田中,男\"\n4,佐藤,女\n", keep);
  for (const char* part : {"太郎", "田中", "鈴木", "佐藤"})
    EXPECT_THAT(after, Not(HasSubstr(part)));
  EXPECT_THAT(after, HasSubstr(",女\n"));
  EXPECT_THAT(refusal("性別\n男\n", {0, ',', {"性別"}}), HasSubstr("is not in the header"));
}

TEST(MaskedFile, leaves_no_letter_of_any_kind) {
  const std::string cell =
      "パクポンピョン ン ヴォ ヲヴァン ぴぱゃっ ﾎﾟﾝｦｯｬ ⾼⽥ 𛀂 "
      "①⑨Ⅳ "
      "〇々ªº "
      "ﷲ";
  const auto before = text::to_code_points(cell);
  const auto after = text::to_code_points(cells_of(mask("n\n" + cell + "\n"))[1][0]);
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool mark = before[i] == U' ' || before[i] == U'ﾟ';
    EXPECT_EQ(after[i] == before[i], mark) << "letter " << i;
  }
}

TEST(MaskedFile, never_makes_a_number_that_may_not_be_kept) {
  std::string file = "n\n";
  for (int i = 0; i < 300; ++i)
    file += std::to_string(100000000000 + i) + "\n";
  EXPECT_FALSE(text::find_refused_number(mask(file)));
  std::string one = "n\n";
  for (int i = 0; i < 300; ++i)
    one += std::to_string(100000000000 + i) + " ";
  EXPECT_FALSE(text::find_refused_number(mask(one)));
}

TEST(MaskedFile, stays_in_its_encoding) {
  const std::string cp932 = text::encode_cp932("氏名\r\n髙橋 花\r\n").bytes;
  EXPECT_EQ(mask(cp932).size(), cp932.size());
  EXPECT_EQ(mask("\xEF\xBB\xBF氏名\n山田\n").substr(0, 3), "\xEF\xBB\xBF");
  base::SeededRandom random{7};
  EXPECT_FALSE(masked("\x81", {}, random));
}

/// EUC-JP: 氏名 / 佐藤克美 (C8FE is no CP932).
const std::string euc = "\xBB\xE1\xCC\xBE\n\xBA\xB4\xC6\xA3\xB9\xEE\xC8\xFE\n";
/// EUC-JP: 氏名 / 阿部愛. Every byte of it is half-width kana in CP932 too.
const std::string euc_or_kana = "\xBB\xE1\xCC\xBE\n\xB0\xA4\xC9\xF4\xB0\xA6\n";

std::string in_utf16(std::string_view ascii_and_kana, bool little, bool bom) {
  std::string out = bom ? (little ? "\xFF\xFE" : "\xFE\xFF") : "";
  for (const char32_t c : text::to_code_points(ascii_and_kana)) {
    const auto high = static_cast<char>(c >> 8U), low = static_cast<char>(c & 0xFFU);
    out += {little ? low : high, little ? high : low};
  }
  return out;
}

std::string read_as(text::Encoding encoding, const std::string& bytes) {
  const auto utf8 = text::decode(bytes, {encoding});
  EXPECT_TRUE(utf8.ok());
  return utf8.ok() ? *utf8 : std::string();
}

TEST(MaskedFile, stays_utf16_with_its_mark_as_excel_saves_unicode_text) {
  for (const bool little : {true, false}) {
    const std::string before = in_utf16("番号\t氏名\r\n12345\t佐藤健司\r\n", little, true);
    const std::string after = mask(before, {1, '\t', {}});
    ASSERT_EQ(after.size(), before.size());
    EXPECT_EQ(after.substr(0, 2), before.substr(0, 2));
    const std::string read =
        read_as(little ? text::Encoding::utf16le : text::Encoding::utf16be, after);
    EXPECT_THAT(read, HasSubstr("番号\t氏名\r\n"));
    for (const char* part : {"佐", "藤", "健", "司", "12345"})
      EXPECT_THAT(read, Not(HasSubstr(part)));
  }
  const std::string rare =
      in_utf16("n\n", true, true) + "\x42\xD8\xB7\xDF" + std::string("\n\0", 2);
  EXPECT_EQ(mask(rare).size(), rare.size()) << "𠮷 takes two units";
}

TEST(MaskedFile, asks_what_utf16_without_a_mark_is) {
  const std::string file = in_utf16("n\n佐藤\n", true, false);
  EXPECT_THAT(refusal(file), HasSubstr("say --encoding utf16le or --encoding utf16be"));
  const std::string after = mask(file, {1, ',', {}, text::Encoding::utf16le});
  EXPECT_EQ(after.size(), file.size());
  EXPECT_THAT(read_as(text::Encoding::utf16le, after), Not(HasSubstr("佐")));
}

TEST(MaskedFile, stays_euc_where_it_can_be_nothing_else) {
  const std::string after = mask(euc);
  EXPECT_EQ(after.size(), euc.size());
  const std::string read = read_as(text::Encoding::euc_jp, after);
  EXPECT_THAT(read, HasSubstr("氏名\n"));
  for (const char* part : {"佐", "藤", "克", "美"})
    EXPECT_THAT(read, Not(HasSubstr(part)));
}

TEST(MaskedFile, asks_whether_it_is_euc_or_half_width_kana) {
  EXPECT_EQ(refusal(euc_or_kana),
            "the file can be cp932 as well as EUC-JP; say --encoding cp932 or --encoding euc_jp");
  const std::string read =
      read_as(text::Encoding::euc_jp, mask(euc_or_kana, {1, ',', {}, text::Encoding::euc_jp}));
  EXPECT_THAT(read, HasSubstr("氏名\n"));
  for (const char* part : {"阿", "部", "愛"})
    EXPECT_THAT(read, Not(HasSubstr(part)));
  const std::string kana = text::encode_cp932("n\nﾔﾏﾀﾞ\n").bytes;
  EXPECT_THAT(refusal(kana), HasSubstr("--encoding cp932"));
  EXPECT_EQ(mask(kana, {1, ',', {}, text::Encoding::cp932}).size(), kana.size());
}

/// One byte lost: it is no EUC-JP any more, and 愛 would stay as ｰ and another letter.
TEST(MaskedFile, takes_no_damaged_euc_for_half_width_kana) {
  EXPECT_THAT(refusal(euc_or_kana.substr(0, euc_or_kana.size() - 2) + "\n"),
              HasSubstr("as well as EUC-JP"));
  EXPECT_THAT(refusal("n\n" + euc_or_kana.substr(1), {1, ',', {}, text::Encoding::euc_jp}),
              HasSubstr("can't be read as euc_jp"));
}

TEST(MaskedFile, refuses_what_it_can_not_read_and_says_what_to_do) {
  EXPECT_THAT(refusal("n\n\x1B$B;3ED\x1B(B\n"), HasSubstr("ISO-2022-JP; save it as CSV UTF-8"));
  EXPECT_THAT(refusal("\x81"), HasSubstr("save it as CSV UTF-8"));
  EXPECT_THAT(refusal("氏名\n山田\n", {1, ',', {}, text::Encoding::euc_jp}),
              HasSubstr("can't be read as euc_jp"));
}

TEST(MaskedFile, writes_a_character_that_euc_keeps_in_three_bytes) {
  const std::string file = euc + "\x8F\xB0\xA1\n";  // 丂, of JIS X 0212
  const auto after = text::decode(mask(file), {text::Encoding::euc_jp});
  ASSERT_TRUE(after.ok());
  EXPECT_EQ(text::length(*after), text::length(read_as(text::Encoding::euc_jp, file)));
  EXPECT_THAT(*after, Not(HasSubstr("〓")));
}

}  // namespace
}  // namespace hub::workshop
