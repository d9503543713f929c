#include "hub/cli/table.hpp"

#include <algorithm>
#include <numeric>
#include <ostream>

#include "hub/cli/layout.hpp"

namespace hub::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t fewest_wrapped_columns = 20;
constexpr std::string_view nothing = "-";

/// Where the last column begins.
std::size_t before_last(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end() - 1, std::size_t{0}) +
         gap * (widths.size() - 1);
}

}  // namespace

std::vector<std::size_t> Table::widths() const {
  std::vector<std::size_t> out(header_.size());
  const auto see = [&out](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i)
      out.at(i) = std::max(out.at(i), display_width(row[i]));
  };
  see(header_);
  for (const auto& row : rows_)
    see(row);
  return out;
}

void Table::print(std::ostream& out, std::size_t columns) const {
  if (header_.empty()) return;
  const auto wide = widths();
  const auto begin = before_last(wide);
  const bool fits = columns == 0 || begin + wide.back() <= columns;
  std::size_t piece = fewest_wrapped_columns;
  for (const auto& row : rows_)
    piece = std::max(piece, widest_piece(row.back()));
  if (fits || begin + piece <= columns) {
    const auto last = fits ? 0 : columns - begin;
    print_row(out, header_, wide, last);
    for (const auto& row : rows_)
      print_row(out, row, wide, last);
    return;
  }
  for (const auto& row : rows_)
    print_stacked(out, row, columns);
}

/// `columns`: of the last cell; 0: it need not be wrapped.
void Table::print_row(std::ostream& out, const std::vector<std::string>& row,
                      const std::vector<std::size_t>& widths, std::size_t columns) const {
  for (std::size_t i = 0; i + 1 < row.size(); ++i)
    out << padded(row[i], widths[i] + gap);
  if (columns == 0) {
    out << row.back() << '\n';
    return;
  }
  std::string indent;
  for (const auto& line : wrapped(row.back(), columns)) {
    out << indent << line << '\n';
    indent.assign(before_last(widths), ' ');
  }
}

void Table::print_stacked(std::ostream& out, const std::vector<std::string>& row,
                          std::size_t columns) const {
  constexpr std::string_view indent = "    ";
  out << row.front() << '\n';
  std::string line;
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (row[i] == nothing || row[i].empty()) continue;
    const auto pair = header_[i] + ": " + row[i];
    const bool full = indent.size() + display_width(line) + gap + display_width(pair) > columns;
    if (full && !line.empty()) {
      out << indent << line << '\n';
      line.clear();
    }
    line += (line.empty() ? "" : "  ") + pair;
  }
  if (!line.empty()) out << indent << line << '\n';
}

}  // namespace hub::cli
