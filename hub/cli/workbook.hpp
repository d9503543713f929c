// An Excel file by libxlsxwriter, row by row. A text is written as a text, whatever it begins with:
// no cell becomes a formula or a link.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct lxw_worksheet;
struct lxw_workbook;
struct lxw_format;

namespace hub::cli {

struct Console;

class Worksheet {
 public:
  /// Bold, kept in view and printed on each page; the widths are in characters.
  void header(const std::vector<std::string>& titles, const std::vector<int>& widths);
  void text(std::string_view cell);
  /// What is no number is written as a text.
  void number(const std::string& cell);
  void end_row();

 private:
  friend class Workbook;
  Worksheet(lxw_worksheet* sheet, lxw_format* bold, lxw_format* plain)
      : sheet_(sheet), bold_(bold), plain_(plain) {}
  lxw_worksheet* sheet_;
  lxw_format* bold_;
  lxw_format* plain_;
  unsigned row_ = 0;
  unsigned short column_ = 0;
};

class Workbook {
 public:
  explicit Workbook(const std::string& file);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// A4, landscape. Borrows the workbook.
  Worksheet sheet(const std::string& name);
  /// Writes it; false: it could not, and the console says so.
  bool close(Console& console);

 private:
  lxw_workbook* book_;
  lxw_format* bold_ = nullptr;
  lxw_format* plain_ = nullptr;
};

}  // namespace hub::cli
