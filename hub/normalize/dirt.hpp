// How dirty a file is: each kind of note counted over its rows, by the columns that it names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/normalize/normalized.hpp"
#include "hub/normalize/tables.hpp"
#include "tsunagu/text/row_stream.hpp"

namespace hub::normalize {

/// What a column holds.
enum class Column : std::uint8_t {
  other,
  name,
  kana,
  birthday,
  address,
  building,
  phone,
  corporate_number,
  capacity,
  url,
};

/// By the header of one of the field's usual exports; `other` for any that is not among them.
Column column_named(std::string_view header);

/// Notes of any cell: the words （改行）, the four old kanji, what CP932 or NFC would change.
Notes notes_of_text(std::string_view cell);

/// Counts rows, not cells: a row in which a kind occurs twice counts once. One thread.
class DirtCounter {
 public:
  /// Borrows the tables.
  DirtCounter(const Tables& tables, const tsunagu::text::Columns& columns);

  /// The notes of the row, which count from here on.
  Notes add(const tsunagu::text::Row& row);

  [[nodiscard]] std::uint64_t rows() const noexcept { return rows_; }
  [[nodiscard]] const NoteCounts& counts() const noexcept { return counts_; }

 private:
  [[nodiscard]] Notes notes_of(Column column, std::string_view cell,
                               std::string_view building) const;

  const Tables& tables_;
  std::vector<Column> columns_;
  std::optional<std::size_t> building_;
  std::uint64_t rows_ = 0;
  NoteCounts counts_;
};

}  // namespace hub::normalize
