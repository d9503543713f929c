// Text laid out on a terminal, where a kanji is two columns wide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hub::cli {

/// Columns on a terminal: two for wide and full-width characters (UAX #11), none for combining
/// marks and variation selectors. Malformed bytes count one each.
std::size_t display_width(std::string_view text);

/// The text with blanks after it up to `columns`.
std::string padded(std::string_view text, std::size_t columns);

/// Lines of at most `columns`; at least one. Words of Latin letters, paths and ids stay whole where
/// they fit on a line, and no line begins or ends with what may not (行頭・行末禁則, JIS X 4051).
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

/// Columns of the longest piece that wrapped() keeps whole where it can.
std::size_t widest_piece(std::string_view text);

/// Of standard output; 0 where it is no terminal.
std::size_t terminal_columns();

}  // namespace hub::cli
