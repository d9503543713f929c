#include "hub/cli/workbook.hpp"

#include <xlsxwriter.h>

#include <cstdlib>
#include <utility>

#include "hub/cli/console.hpp"

namespace hub::cli {

Workbook::Workbook(const std::string& file) : book_(workbook_new(file.c_str())) {
  bold_ = workbook_add_format(book_);
  format_set_bold(bold_);
  format_set_border(bold_, LXW_BORDER_THIN);
  plain_ = workbook_add_format(book_);
  format_set_text_wrap(plain_);
  format_set_align(plain_, LXW_ALIGN_VERTICAL_TOP);
  format_set_border(plain_, LXW_BORDER_THIN);
}

Workbook::~Workbook() {
  if (book_ != nullptr) workbook_close(book_);
}

Worksheet Workbook::sheet(const std::string& name) {
  auto* sheet = workbook_add_worksheet(book_, name.c_str());
  worksheet_set_landscape(sheet);
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(sheet, a4);
  worksheet_fit_to_pages(sheet, 1, 0);
  return {sheet, bold_, plain_};
}

bool Workbook::close(Console& console) {
  const auto error = workbook_close(std::exchange(book_, nullptr));
  if (error == LXW_NO_ERROR) return true;
  console.fail(Exit::refused,
               {"Excelのファイルを書けません。フォルダと空き容量を確かめてください",
                "cannot write the Excel file; look at the folder and the room on the disk"});
  return false;
}

void Worksheet::header(const std::vector<std::string>& titles, const std::vector<int>& widths) {
  for (std::size_t at = 0; at < titles.size(); ++at) {
    const auto column = static_cast<lxw_col_t>(at);
    worksheet_set_column(sheet_, column, column, widths.at(at), nullptr);
    worksheet_write_string(sheet_, 0, column, titles[at].c_str(), bold_);
  }
  worksheet_freeze_panes(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, 0);
  row_ = 1;
}

void Worksheet::text(std::string_view cell) {
  worksheet_write_string(sheet_, row_, column_++, std::string(cell).c_str(), plain_);
}

void Worksheet::number(const std::string& cell) {
  char* end = nullptr;
  const double value = std::strtod(cell.c_str(), &end);
  if (cell.empty() || end != cell.c_str() + cell.size()) return text(cell);
  worksheet_write_number(sheet_, row_, column_++, value, plain_);
}

void Worksheet::end_row() {
  ++row_;
  column_ = 0;
}

}  // namespace hub::cli
