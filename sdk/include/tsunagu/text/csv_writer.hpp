// CSV for people's spreadsheets and for desks' systems: every text quoted, and inert. A cell that
// a spreadsheet would run as a formula gets an apostrophe in front, and is counted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tsunagu::text {

/// Whether a spreadsheet might take it for a formula: it begins with = + - @ tab CR LF, or with
/// the full-width or mathematical form of one.
bool starts_formula(std::string_view cell) noexcept;

class CsvWriter {
 public:
  explicit CsvWriter(char separator = ',', std::string_view line_end = "\r\n")
      : separator_(separator), line_end_(line_end) {}

  void cell(std::string_view text);
  /// A number or a code word, without quotes; quoted like a cell where it is anything else.
  void code(std::string_view text);
  void end_row();

  /// The UTF-8 text so far, given away.
  std::string take();
  [[nodiscard]] std::size_t made_inert() const noexcept { return made_inert_; }

 private:
  char separator_;
  std::string line_end_;
  std::string text_;
  bool row_begun_ = false;
  std::size_t made_inert_ = 0;
};

}  // namespace tsunagu::text
