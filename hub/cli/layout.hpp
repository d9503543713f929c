// Text laid out on a terminal, where a kanji is two columns wide.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace hub::cli {

/// Columns on a terminal: two for wide and full-width characters (UAX #11), none for combining
/// marks and variation selectors. Malformed bytes count one each.
std::size_t display_width(std::string_view text);

/// The text with blanks after it up to `columns`.
std::string padded(std::string_view text, std::size_t columns);

/// Lines of at most `columns`, broken after 、。 or where it must be; at least one line.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

/// A table whose columns are as wide as their longest cell; the last one is not padded.
class Table {
 public:
  explicit Table(std::vector<std::string> header) : rows_{std::move(header)} {}
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  void print(std::ostream& out) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace hub::cli
