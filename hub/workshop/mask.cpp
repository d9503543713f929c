#include "hub/workshop/mask.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "hub/workshop/cell_mask.hpp"
#include "hub/workshop/file_text.hpp"
#include "tsunagu/text/date.hpp"
#include "tsunagu/text/phone.hpp"
#include "tsunagu/text/refused_numbers.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::workshop {
namespace {

namespace text = tsunagu::text;
using base::fail;
using base::Kind;
using base::Result;

/// What stands between two separators: a quote that opens, what is in it, a quote that closes with
/// whatever follows it.
struct RawCell {
  std::string before;
  std::string content;
  std::string after;
};

struct RawRow {
  std::uint64_t line = 1;  ///< on which it begins
  std::vector<RawCell> cells;
  std::string end;  ///< "\r\n", "\n", "\r", or empty at the end of the file
};

/// Cuts a table into rows as the readers do (RFC 4180): a quote opens at a cell's begin only, two
/// in it are one, and a line may end in it.
class Cutter {
 public:
  Cutter(std::string_view utf8, char separator) : rest_(utf8), separator_(separator) {}

  std::optional<RawRow> next() {
    if (rest_.empty()) return std::nullopt;
    RawRow row{line_, {}, {}};
    do {
      row.cells.push_back(cell());
    } while (taken(separator_));
    row.end = line_end();
    return row;
  }

 private:
  RawCell cell() {
    RawCell cell;
    if (taken('"')) {
      cell.before = "\"";
      cell.content = quoted();
      if (taken('"')) cell.after = "\"";
      cell.after += plain();
    } else {
      cell.content = plain();
    }
    return cell;
  }

  std::string quoted() {
    std::size_t at = 0;
    while (at < rest_.size() && (rest_[at] != '"' || rest_.substr(at, 2) == "\"\""))
      at += rest_[at] == '"' ? 2 : 1;
    return take(std::min(at, rest_.size()));
  }
  std::string plain() {
    const char ends[] = {separator_, '\r', '\n'};
    return take(std::min(rest_.find_first_of(std::string_view(ends, 3)), rest_.size()));
  }
  std::string line_end() {
    if (rest_.starts_with("\r\n")) return take(2);
    return rest_.empty() ? std::string() : take(1);
  }

  bool taken(char c) {
    const bool is = !rest_.empty() && rest_.front() == c;
    if (is) rest_.remove_prefix(1);
    return is;
  }
  std::string take(std::size_t bytes) {
    std::string out(rest_.substr(0, bytes));
    rest_.remove_prefix(bytes);
    for (std::size_t i = 0; i < out.size(); ++i)
      if (out[i] == '\n' || (out[i] == '\r' && (i + 1 == out.size() || out[i + 1] != '\n')))
        ++line_;
    return out;
  }

  std::string_view rest_;
  char separator_;
  std::uint64_t line_ = 1;
};

/// What stands in records and in no name of a column.
bool is_of_a_record(std::string_view cell) {
  constexpr std::size_t digits_of_a_key = 5;
  const auto date = text::parse_date(cell);
  std::size_t run = 0, longest = 0;
  for (const char32_t c : text::to_code_points(text::ascii_width(cell))) {
    run = c >= U'0' && c <= U'9' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest >= digits_of_a_key || text::parse_phone(cell).ok() ||
         (date.ok() && date->precision == text::Precision::day) ||
         text::find_refused_number(cell) || cell.starts_with("{");
}

/// Writes the delivery again with other cells.
class Rewriter {
 public:
  Rewriter(const MaskWish& wish, base::Random& random) : wish_(wish), mask_(random) {}

  Result<std::string> rewrite(std::string_view utf8) {
    Cutter cutter(utf8, wish_.separator);
    while (const auto row = cutter.next()) {
      if (row->line == wish_.header_line)
        if (auto read = read_header(*row); !read) return read.error();
      write(*row);
    }
    if (wish_.header_line != 0 && names_.empty())
      return fail(Kind::invalid, "no row begins on the line of the header; see --header-line");
    return std::move(out_);
  }

 private:
  Result<> read_header(const RawRow& row) {
    for (const RawCell& cell : row.cells) {
      names_.emplace_back(text::trim(cell.content));
      if (swallows_rows(cell) || is_of_a_record(names_.back()))
        return fail(Kind::invalid, "the line of the header is a record's; see --header-line");
    }
    for (const std::string& wanted : wish_.keep)
      if (std::find(names_.begin(), names_.end(), wanted) == names_.end())
        return fail(Kind::invalid, "a column to keep is not in the header: " + wanted);
    return {};
  }

  /// A quote that opened and was closed by one of another row, or never.
  [[nodiscard]] bool swallows_rows(const RawCell& cell) const {
    const bool open = !cell.before.empty() && cell.after.empty();
    return open || (cell.content.find(wish_.separator) != std::string::npos &&
                    cell.content.find_first_of("\r\n") != std::string::npos);
  }

  void write(const RawRow& row) {
    const bool header = row.line == wish_.header_line;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const RawCell& cell = row.cells[column];
      if (column > 0) out_ += wish_.separator;
      out_ += cell.before;
      out_ += header || kept(row, column) ? cell.content : masked(column, cell.content);
      out_ += header ? cell.after : masked(column, cell.after);
    }
    out_ += row.end;
  }

  /// A row that has lost or won a separator may have anything in any column.
  bool kept(const RawRow& row, std::size_t column) const {
    constexpr std::size_t longest_code = 20;
    const std::string& cell = row.cells[column].content;
    return row.cells.size() == names_.size() &&
           std::find(wish_.keep.begin(), wish_.keep.end(), names_[column]) != wish_.keep.end() &&
           cell.find_first_of("\r\n\"") == std::string::npos &&
           text::length(cell) <= longest_code && !is_of_a_record(cell);
  }

  std::string masked(std::size_t column, const std::string& cell) {
    if (text::trim(cell).empty()) return cell;
    auto& known = known_[{column, cell}];
    if (!known.empty()) return known;
    // Two keys should stay two; a column of all ten digits has no other choice in the end.
    constexpr int tries = 20;
    for (int i = 0; known.empty() || (i < tries && used_.count({column, known}) != 0); ++i)
      known = mask_.of(cell);
    used_.insert({column, known});
    return known;
  }

  const MaskWish& wish_;
  CellMask mask_;
  std::string out_;
  std::vector<std::string> names_;
  std::map<std::pair<std::size_t, std::string>, std::string> known_;
  std::set<std::pair<std::size_t, std::string>> used_;
};

}  // namespace

base::Result<std::string> masked(const std::string& delivery, const MaskWish& wish,
                                 base::Random& random) {
  if (wish.header_line == 0 && !wish.keep.empty())
    return fail(Kind::invalid, "a column to keep is not in the header: " + wish.keep.front());
  const auto file = read_text(delivery, wish.encoding);
  if (!file) return file.error();
  auto out = Rewriter(wish, random).rewrite(file->utf8);
  if (!out) return out;
  return write_text(*out, *file);
}

}  // namespace hub::workshop
