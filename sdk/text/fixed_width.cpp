#include "tsunagu/text/fixed_width.hpp"

#include <stdexcept>
#include <utility>

namespace tsunagu::text {
namespace {

constexpr std::string_view wide_blank = "\xE3\x80\x80";

void drop_filling(std::string& cell) {
  for (;;) {
    if (!cell.empty() && cell.back() == ' ') {
      cell.pop_back();
    } else if (cell.size() >= wide_blank.size() &&
               std::string_view(cell).substr(cell.size() - wide_blank.size()) == wide_blank) {
      cell.resize(cell.size() - wide_blank.size());
    } else {
      return;
    }
  }
}

}  // namespace

FixedWidth::FixedWidth(Encoding encoding, std::size_t row_bytes, std::vector<FixedColumn> columns)
    : encoding_(encoding), row_bytes_(row_bytes), columns_(std::move(columns)) {
  for (const FixedColumn& column : columns_) {
    if (column.begin > row_bytes || column.bytes > row_bytes - column.begin) {
      throw std::logic_error("a column of fixed width ends behind its row");
    }
  }
}

Outcome<std::vector<std::string>> FixedWidth::read(std::string_view row) const {
  if (row.size() != row_bytes_) {
    return Problem{
        "fixed.row_bytes",
        "行の長さ（バイト数）が様式と違います。出力の設定か文字コードを確かめてください"};
  }
  std::vector<std::string> cells;
  cells.reserve(columns_.size());
  for (const FixedColumn& column : columns_) {
    Outcome<std::string> cell = decode(row.substr(column.begin, column.bytes), {encoding_});
    if (!cell) {
      Problem problem = cell.problem();
      problem.column = cells.size() + 1;
      return problem;
    }
    cells.push_back(std::move(cell).value());
    drop_filling(cells.back());
  }
  return cells;
}

}  // namespace tsunagu::text
