#include "tsunagu/text/csv_writer.hpp"

#include <algorithm>
#include <utility>

#include "tsunagu/text/utf8.hpp"

namespace tsunagu::text {

bool starts_formula(std::string_view cell) noexcept {
  if (cell.empty()) return false;
  std::size_t at = 0;
  switch (next(cell, at)) {
    case U'=':
    case U'+':
    case U'-':
    case U'@':
    case U'\t':
    case U'\r':
    case U'\n':
    case U'＝':
    case U'＋':
    case U'－':
    case U'＠':
    case U'−':
    case U'﹢':
    case U'﹣':
    case U'﹦':
    case U'﹫':
      return true;
    default:
      return false;
  }
}

void CsvWriter::cell(std::string_view text) {
  if (std::exchange(row_begun_, true)) text_ += separator_;
  text_ += '"';
  if (starts_formula(text)) {
    text_ += '\'';
    ++made_inert_;
  }
  for (const char c : text) {
    if (c == '"') text_ += '"';
    text_ += c;
  }
  text_ += '"';
}

void CsvWriter::code(std::string_view text) {
  const bool bare = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
  if (!bare) return cell(text);
  if (std::exchange(row_begun_, true)) text_ += separator_;
  text_ += text;
}

void CsvWriter::end_row() {
  text_ += line_end_;
  row_begun_ = false;
}

std::string CsvWriter::take() {
  return std::exchange(text_, {});
}

}  // namespace tsunagu::text
