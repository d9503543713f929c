// Tables as field systems write them: CSV, TSV, record-type files. Line ends CR-LF, LF or bare CR;
// quoted cells with line breaks; rows of any number of cells; three-state cells.
//
// An own state machine, not libcsv: libcsv drops empty lines (so that "header on line 3" and line
// numbers are lost), trims the single space that LIFE means as "set to null", does not say whether
// a cell was quoted, and has no limit for a cell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/text/problem.hpp"

namespace tsunagu::text {

/// LIFE's three states, and a value. absent: the row has no such cell. empty: "do not update".
/// null: exactly one half-width space, "set to NULL".
enum class CellState { absent, empty, null, value };

struct Cell {
  std::string_view text{};
  bool quoted = false;
  bool present = false;

  [[nodiscard]] CellState state() const noexcept {
    if (!present) return CellState::absent;
    if (text.empty()) return CellState::empty;
    return text == " " ? CellState::null : CellState::value;
  }
};

/// One row; views into the reader, valid until its next call.
class Row {
 public:
  Row() = default;
  Row(std::uint64_t line, std::span<const Cell> cells, const Problem* problem)
      : line_(line), cells_(cells), problem_(problem) {}

  [[nodiscard]] std::uint64_t line() const noexcept { return line_; }  ///< where it starts, from 1
  [[nodiscard]] std::size_t size() const noexcept { return cells_.size(); }
  [[nodiscard]] std::span<const Cell> cells() const noexcept { return cells_; }
  /// Index from 0; absent behind the last cell.
  [[nodiscard]] Cell operator[](std::size_t index) const noexcept {
    return index < cells_.size() ? cells_[index] : Cell{};
  }
  /// A line with nothing on it.
  [[nodiscard]] bool blank() const noexcept {
    return cells_.size() == 1 && cells_[0].text.empty() && !cells_[0].quoted;
  }
  /// Not null where the row breaks the rules of quoting or a limit: reject it and go on
  /// (`table.stray_quote`, `table.cell_too_long`, `table.row_too_long`, `table.nul`).
  [[nodiscard]] const Problem* problem() const noexcept { return problem_; }

 private:
  std::uint64_t line_ = 0;
  std::span<const Cell> cells_{};
  const Problem* problem_ = nullptr;
};

struct TableFormat {
  char separator = ',';
  std::size_t cell_bytes = std::size_t{1} << 20;
  std::size_t row_bytes = std::size_t{4} << 20;
  std::size_t row_cells = 4096;
};

/// Streaming reader over decoded text. `feed` a block, then take `next()` until it is null; after
/// the last block `finish()`, and `next()` again.
class TableReader {
 public:
  explicit TableReader(TableFormat format = {});

  /// `utf8` must live until `next()` has returned null.
  void feed(std::string_view utf8);
  void finish();

  /// The next whole row, or null: more text is needed, the end is reached, or `problem()` is set.
  const Row* next();

  /// `table.quote_never_closed`, with the line and column where it opened.
  [[nodiscard]] const std::optional<Problem>& problem() const noexcept { return problem_; }

 private:
  enum class State : std::uint8_t { cell_start, bare, quoted, quote_in_quoted };
  struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool quoted = false;
  };

  void step();
  void at_cell_start(char c);
  void in_bare(char c);
  void in_quoted(char c);
  void after_quote(char c);
  [[nodiscard]] bool ends_cell(char c);
  [[nodiscard]] std::string_view run_of_text() const noexcept;
  void take(std::string_view text);
  void end_cell();
  void end_line(char c);
  void count_line_inside(char c);
  void fail_row(const char* code, const char* text);
  void end_file();
  void clear_row();
  const Row* deliver();

  TableFormat format_;
  std::string_view block_{};
  std::size_t at_ = 0;
  std::string buffer_{};           // the row's cells, one behind the other
  std::vector<Extent> extents_{};  // where in it
  std::vector<Cell> cells_{};
  std::size_t cell_begin_ = 0;
  State state_ = State::cell_start;
  bool cell_quoted_ = false;
  bool cell_dropped_ = false;  // it went over a limit
  bool after_cr_ = false;      // a LF that follows belongs to it
  bool finished_ = false;
  bool row_whole_ = false;
  std::uint64_t line_ = 1;
  std::uint64_t row_line_ = 1;
  std::uint64_t cell_line_ = 1;
  std::optional<Problem> row_problem_{};
  std::optional<Problem> problem_{};
  Row row_{};
};

}  // namespace tsunagu::text
