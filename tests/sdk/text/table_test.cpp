#include "tsunagu/text/table.hpp"

#include <gtest/gtest.h>

#include <random>

#include "tsunagu/text/csv_writer.hpp"
#include "tsunagu/text/row_stream.hpp"

namespace tsunagu::text {
namespace {

using Lines = std::vector<std::vector<std::string>>;

Lines read_all(std::string_view text, TableFormat format = {}, std::size_t block = 1 << 20) {
  TableReader reader(format);
  Lines lines;
  const auto drain = [&] {
    while (const Row* row = reader.next()) {
      auto& line = lines.emplace_back();
      for (const auto& cell : row->cells())
        line.emplace_back(cell.text);
      if (row->problem()) line.push_back("!" + row->problem()->code);
    }
  };
  while (!text.empty()) {
    reader.feed(text.substr(0, block));
    drain();
    text.remove_prefix(std::min(block, text.size()));
  }
  reader.finish();
  drain();
  if (reader.problem()) lines.push_back({"!" + reader.problem()->code});
  return lines;
}

TEST(Table, reads_every_line_end) {
  const Lines expected = {{"a", "b"}, {"c", "d"}};
  for (const auto* text : {"a,b\r\nc,d\r\n", "a,b\nc,d\n", "a,b\rc,d\r", "a,b\r\nc,d"})
    EXPECT_EQ(read_all(text), expected) << text;
}

TEST(Table, keeps_line_breaks_and_doubled_quotes_in_quoted_cells) {
  EXPECT_EQ(read_all("\"a\r\nb\",\"say \"\"x\"\"\"\r\n"), (Lines{{"a\r\nb", "say \"x\""}}));
}

TEST(Table, counts_physical_lines_through_quoted_breaks) {
  TableReader reader;
  reader.feed("h\r\n\r\n\"x\ny\r\nz\"\r\nlast");
  reader.finish();
  std::vector<std::uint64_t> lines;
  while (const Row* row = reader.next())
    lines.push_back(row->line());
  EXPECT_EQ(lines, (std::vector<std::uint64_t>{1, 2, 3, 6}));
}

TEST(Table, tells_absent_empty_null_and_value_apart) {
  TableReader reader;
  reader.feed("\"\",, ,x");
  reader.finish();
  const Row* row = reader.next();
  ASSERT_NE(row, nullptr);
  EXPECT_EQ((*row)[0].state(), CellState::empty);
  EXPECT_TRUE((*row)[0].quoted);
  EXPECT_EQ((*row)[1].state(), CellState::empty);
  EXPECT_FALSE((*row)[1].quoted);
  EXPECT_EQ((*row)[2].state(), CellState::null);
  EXPECT_EQ((*row)[3].state(), CellState::value);
  EXPECT_EQ((*row)[4].state(), CellState::absent);
}

TEST(Table, reads_a_last_empty_cell) {
  EXPECT_EQ(read_all("a,\nb,"), (Lines{{"a", ""}, {"b", ""}}));
}

TEST(Table, rejects_a_row_with_a_stray_quote_and_goes_on) {
  EXPECT_EQ(read_all("\"a\"b,c\nd\"e\nok\n"),
            (Lines{{"ab", "c", "!table.stray_quote"}, {"de", "!table.stray_quote"}, {"ok"}}));
}

TEST(Table, names_the_line_where_a_quote_that_never_closes_opened) {
  TableReader reader;
  reader.feed("a,b\nc,\"d\ne,f\n");
  reader.finish();
  ASSERT_NE(reader.next(), nullptr);
  EXPECT_EQ(reader.next(), nullptr);
  ASSERT_TRUE(reader.problem());
  EXPECT_EQ(reader.problem()->code, "table.quote_never_closed");
  EXPECT_EQ(reader.problem()->line, 2U);
  EXPECT_EQ(reader.problem()->column, 2U);
}

TEST(Table, rejects_the_row_of_a_cell_over_the_limit_and_goes_on) {
  const TableFormat format{.cell_bytes = 4};
  EXPECT_EQ(read_all("abcd\n", format), (Lines{{"abcd"}}));
  EXPECT_EQ(read_all("x,abcde\nnext\n", format),
            (Lines{{"x", "", "!table.cell_too_long"}, {"next"}}));
  TableReader reader(format);
  reader.feed("\n\nx,\"abc\nde\"\n");
  reader.next();
  reader.next();
  const Row* row = reader.next();
  ASSERT_NE(row->problem(), nullptr);
  EXPECT_EQ(row->problem()->line, 3U);
  EXPECT_EQ(row->problem()->column, 2U);
}

TEST(Table, bounds_rows_in_bytes_and_cells) {
  EXPECT_EQ(read_all("ab,cd,ef\n", {.row_bytes = 4}),
            (Lines{{"ab", "cd", "", "!table.row_too_long"}}));
  EXPECT_EQ(read_all("a,b,c\n", {.row_cells = 2}), (Lines{{"a", "b", "!table.row_too_long"}}));
}

TEST(Table, rejects_a_row_with_a_nul) {
  EXPECT_EQ(read_all(std::string_view("a\0b\nc\n", 6)), (Lines{{"ab", "!table.nul"}, {"c"}}));
}

TEST(Table, yields_the_same_however_the_text_is_cut_into_blocks) {
  std::mt19937 random(7);
  constexpr std::string_view some = "ab,\"\r\n ,\t";
  for (int round = 0; round < 3'000; ++round) {
    std::string text;
    for (auto left = random() % 60; left > 0; --left)
      text += some[random() % some.size()];
    ASSERT_EQ(read_all(text, {}, 1 + random() % 5), read_all(text)) << round;
  }
}

TEST(Table, reads_back_what_the_writer_writes) {
  std::mt19937 random(8);
  constexpr std::string_view some = "ab,\"\r\n x";
  for (int round = 0; round < 1'000; ++round) {
    CsvWriter writer;
    Lines lines(1 + random() % 3);
    for (auto& line : lines) {
      for (auto cells = 1 + random() % 4; cells > 0; --cells) {
        auto& cell = line.emplace_back("v");
        for (auto left = random() % 8; left > 0; --left)
          cell += some[random() % some.size()];
        writer.cell(cell);
      }
      writer.end_row();
    }
    ASSERT_EQ(read_all(writer.take()), lines);
  }
}

TEST(CsvWriter, makes_formulas_inert_in_every_form) {
  for (const auto* cell :
       {"=1+1", "+81", "-1", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "−1"}) {
    CsvWriter writer;
    writer.cell(cell);
    EXPECT_EQ(writer.take(), "\"'" + std::string(cell) + "\"");
    EXPECT_EQ(writer.made_inert(), 1U);
  }
  CsvWriter writer;
  writer.cell("氏名");
  writer.cell("a\"b");
  writer.end_row();
  EXPECT_EQ(writer.take(), "\"氏名\",\"a\"\"b\"\r\n");
  EXPECT_EQ(writer.made_inert(), 0U);
}

ReadBytes once(std::string_view bytes) {
  return [bytes]() mutable { return std::exchange(bytes, {}); };
}

TEST(RowStream, finds_its_header_below_a_title_and_an_empty_line) {
  RowStream rows(once("相談一覧\r\n\r\nID\t氏名 \r\n1\tx\r\n\r\n2\ty\r\n"), {Encoding::utf8},
                 {.separator = '\t'}, 3);
  EXPECT_EQ(rows.columns().find("氏名"), 1U);
  EXPECT_EQ(rows.preamble(), (std::vector<std::string>{"相談一覧", ""}));
  ASSERT_NE(rows.next(), nullptr);
  const Row* row = rows.next();
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->line(), 6U);
  EXPECT_EQ((*row)[1].text, "y");
  EXPECT_EQ(rows.next(), nullptr);
  EXPECT_FALSE(rows.problem());
}

TEST(RowStream, says_which_columns_are_missing_unknown_or_doubled) {
  RowStream rows(once("a,b,b,x\n"), {Encoding::utf8});
  EXPECT_EQ(rows.columns().missing({"a", "c"}), (std::vector<std::string>{"c"}));
  EXPECT_EQ(rows.columns().unknown({"a", "b"}), (std::vector<std::string>{"x"}));
  EXPECT_EQ(rows.columns().doubled(), (std::vector<std::string>{"b"}));
}

TEST(RowStream, reads_lifes_three_lines_with_bare_cr_and_no_final_line_end) {
  RowStream rows(once("SERVICE_USER_INFO\r\"insurer_no\",\"gender\"\r\"092148\",2"),
                 {Encoding::utf8, Encoding::cp932}, {}, 2);
  EXPECT_EQ(rows.columns().find("gender"), 1U);
  EXPECT_EQ(rows.preamble().front(), "SERVICE_USER_INFO");
  const Row* row = rows.next();
  ASSERT_NE(row, nullptr);
  EXPECT_TRUE((*row)[0].quoted);
  EXPECT_FALSE((*row)[1].quoted);
}

TEST(RowStream, reads_a_headerless_file_and_an_empty_one) {
  RowStream rows(once("1,092148\n3,1\n"), {Encoding::cp932}, {}, 0);
  EXPECT_TRUE(rows.columns().names().empty());
  EXPECT_EQ((*rows.next())[1].text, "092148");
  RowStream nothing(once(""), {Encoding::utf8});
  EXPECT_TRUE(nothing.columns().names().empty());
  EXPECT_EQ(nothing.next(), nullptr);
  EXPECT_FALSE(nothing.problem());
}

TEST(RowStream, hands_a_decoding_problem_on) {
  RowStream rows(once("a\nb\xFF\n"), {Encoding::utf8});
  EXPECT_EQ(rows.next(), nullptr);
  ASSERT_TRUE(rows.problem());
  EXPECT_EQ(rows.problem()->offset, 3U);
}

}  // namespace
}  // namespace tsunagu::text
