// What a reader of published counts can find out is searched by another way than they are hidden:
// by trying counts, not by flows.
#include "hub/domain/published_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>

namespace hub::domain {
namespace {

using Counts = std::vector<std::vector<std::int64_t>>;
using Known = std::optional<std::int64_t>;

/// All that a reader is shown; nothing stands for what is hidden.
struct Page {
  std::vector<std::vector<Known>> cells;
  std::vector<Known> of_rows;
  std::vector<Known> of_columns;
  Known whole;
};

Known shown(const PublishedCount& count) {
  return count.shown ? Known(count.count) : std::nullopt;
}

Page page_of(const PublishedTable& table) {
  Page page;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    page.cells.emplace_back();
    for (std::size_t column = 0; column < table.columns(); ++column)
      page.cells.back().push_back(shown(table.cell(row, column)));
    page.of_rows.push_back(shown(table.of_row(row)));
  }
  for (std::size_t column = 0; column < table.columns(); ++column)
    page.of_columns.push_back(shown(table.of_column(column)));
  page.whole = shown(table.whole());
  return page;
}

/// The control: only what is small is hidden, sums and all else stand there.
Page naive(const Counts& counts) {
  const auto table = PublishedTable::of(counts).value();
  const auto keep = [](const PublishedCount& one) {
    return one.count == 0 || one.count >= smallest_published ? Known(one.count) : std::nullopt;
  };
  Page page = page_of(table);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t column = 0; column < table.columns(); ++column)
      page.cells[row][column] = keep(table.cell(row, column));
    page.of_rows[row] = keep(table.of_row(row));
  }
  for (std::size_t column = 0; column < table.columns(); ++column)
    page.of_columns[column] = keep(table.of_column(column));
  page.whole = keep(table.whole());
  return page;
}

/// Tries counts, cell by cell, until all that is shown fits.
class Reader {
 public:
  explicit Reader(const Page& page)
      : page_(page),
        columns_(page.of_columns.size()),
        in_column_(columns_, 0),
        in_row_(page.of_rows.size(), 0) {}

  bool fits() { return from(0); }

 private:
  static constexpr std::int64_t most = 40;

  [[nodiscard]] static bool over(const Known& known, std::int64_t sum) {
    return known && sum > *known;
  }
  [[nodiscard]] bool row_ends_well(std::size_t at) const {
    if ((at + 1) % columns_ != 0) return true;
    const auto row = at / columns_;
    return !page_.of_rows[row] || in_row_[row] == *page_.of_rows[row];
  }
  [[nodiscard]] bool ends_well() const {
    for (std::size_t column = 0; column < columns_; ++column) {
      if (page_.of_columns[column] && in_column_[column] != *page_.of_columns[column]) return false;
    }
    return !page_.whole || whole_ == *page_.whole;
  }
  bool from(std::size_t at) {
    if (at == columns_ * page_.of_rows.size()) return ends_well();
    const auto row = at / columns_;
    const auto column = at % columns_;
    const auto& known = page_.cells[row][column];
    for (auto count = known.value_or(0); count <= known.value_or(most); ++count) {
      if (over(page_.of_rows[row], in_row_[row] + count) ||
          over(page_.of_columns[column], in_column_[column] + count) ||
          over(page_.whole, whole_ + count))
        return false;
      put(row, column, count);
      const bool found = row_ends_well(at) && from(at + 1);
      put(row, column, -count);
      if (found) return true;
    }
    return false;
  }
  void put(std::size_t row, std::size_t column, std::int64_t count) {
    in_row_[row] += count;
    in_column_[column] += count;
    whole_ += count;
  }

  const Page& page_;
  std::size_t columns_;
  std::vector<std::int64_t> in_column_;
  std::vector<std::int64_t> in_row_;
  std::int64_t whole_ = 0;
};

bool is_small(std::int64_t count) {
  return count > 0 && count < smallest_published;
}

/// How many small counts (cells and sums) a reader can tell from some other small count.
int given_back(const Counts& counts, const Page& page) {
  const auto table = PublishedTable::of(counts).value();
  int found = 0;
  const auto look = [&](const PublishedCount& count, auto slot_of) {
    if (!is_small(count.count)) return;
    for (std::int64_t guess = 1; guess < smallest_published; ++guess) {
      Page guessed = page;
      if (slot_of(guessed)) {
        ++found;  // it is shown
        return;
      }
      slot_of(guessed) = guess;
      if (Reader(guessed).fits()) continue;
      ++found;
      return;
    }
  };
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t column = 0; column < table.columns(); ++column)
      look(table.cell(row, column), [=](Page& of) -> Known& { return of.cells[row][column]; });
    look(table.of_row(row), [=](Page& of) -> Known& { return of.of_rows[row]; });
  }
  for (std::size_t column = 0; column < table.columns(); ++column)
    look(table.of_column(column), [=](Page& of) -> Known& { return of.of_columns[column]; });
  look(table.whole(), [](Page& of) -> Known& { return of.whole; });
  return found;
}

Counts random_counts(std::mt19937& random) {
  const auto below = [&random](unsigned bound) { return random() % bound; };
  Counts counts(1 + below(3), std::vector<std::int64_t>(1 + below(3)));
  for (auto& row : counts) {
    for (auto& count : row) {
      const auto kind = below(4);
      count = kind == 0 ? 0 : (kind == 1 ? 10 + below(6) : 1 + below(9));
    }
  }
  return counts;
}

constexpr int tables = 400;

TEST(PublishedTable, leaves_every_small_count_possible_whatever_is_shown) {
  std::mt19937 random(20260410);
  for (int at = 0; at < tables; ++at) {
    const auto counts = random_counts(random);
    ASSERT_EQ(given_back(counts, page_of(PublishedTable::of(counts).value())), 0) << "table " << at;
  }
}

TEST(PublishedTable, control_without_further_hiding_sums_give_small_counts_back) {
  std::mt19937 random(20260410);
  int broken = 0;
  for (int at = 0; at < tables; ++at) {
    const auto counts = random_counts(random);
    broken += given_back(counts, naive(counts)) > 0 ? 1 : 0;
  }
  EXPECT_GT(broken, tables / 4);
}

TEST(PublishedTable, hides_a_second_count_of_the_row_and_of_the_column) {
  const auto table = PublishedTable::of({{3, 20, 30}, {40, 50, 60}, {70, 80, 90}}).value();
  EXPECT_FALSE(table.cell(0, 0).shown);
  EXPECT_FALSE(table.cell(0, 1).shown && table.cell(0, 2).shown);
  EXPECT_FALSE(table.cell(1, 0).shown && table.cell(2, 0).shown);
  EXPECT_TRUE(table.cell(2, 2).shown);
  EXPECT_TRUE(table.whole().shown);
  EXPECT_EQ(table.whole().count, 443);
}

TEST(PublishedTable, shows_all_where_nothing_is_small) {
  const auto table = PublishedTable::of({{10, 0}, {0, 25}}).value();
  for (std::size_t row = 0; row < 2; ++row) {
    for (std::size_t column = 0; column < 2; ++column)
      EXPECT_TRUE(table.cell(row, column).shown);
    EXPECT_TRUE(table.of_row(row).shown);
  }
  EXPECT_TRUE(table.whole().shown);
}

TEST(PublishedTable, hides_ten_less_one_and_shows_ten) {
  EXPECT_FALSE(PublishedTable::of({{9}}).value().cell(0, 0).shown);
  EXPECT_TRUE(PublishedTable::of({{10}}).value().cell(0, 0).shown);
  EXPECT_TRUE(PublishedTable::of({{0}}).value().cell(0, 0).shown);
}

TEST(PublishedTable, of_nothing_is_a_whole_of_nothing) {
  const auto table = PublishedTable::of({}).value();
  EXPECT_EQ(table.whole().count, 0);
  EXPECT_TRUE(table.whole().shown);
}

TEST(PublishedTable, refuses_what_is_no_table_of_counts) {
  EXPECT_TRUE(PublishedTable::of({{1, 2}, {3}}).has_error());
  EXPECT_TRUE(PublishedTable::of({{-1}}).has_error());
}

TEST(PublishedTable, holds_a_year_of_many_desks) {
  std::mt19937 random(7);
  Counts counts(60, std::vector<std::int64_t>(12));
  for (auto& row : counts)
    for (auto& count : row)
      count = random() % 14;
  const auto table = PublishedTable::of(counts).value();
  EXPECT_EQ(table.rows(), 60u);
}

}  // namespace
}  // namespace hub::domain
