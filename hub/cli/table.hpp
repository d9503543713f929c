// Rows under a header, laid out for the room there is.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace hub::cli {

class Table {
 public:
  explicit Table(std::vector<std::string> header) : header_(std::move(header)) {}
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  /// Columns as wide as their longest cell, the last one not padded. Where that is wider than
  /// `columns` (0: any width is fine, as for a pipe), the last column is wrapped under itself;
  /// where that does not do either, each row becomes a few lines of "title: cell".
  void print(std::ostream& out, std::size_t columns = 0) const;

 private:
  [[nodiscard]] std::vector<std::size_t> widths() const;
  void print_row(std::ostream& out, const std::vector<std::string>& row,
                 const std::vector<std::size_t>& widths, std::size_t columns) const;
  void print_stacked(std::ostream& out, const std::vector<std::string>& row,
                     std::size_t columns) const;

  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace hub::cli
