// Records of fixed width, as older systems write them: a column is where its bytes stand in the
// row. Offsets count bytes of the file's own encoding, so a row is cut before it is decoded; a
// column that begins or ends inside a character is a mistake of the layout or of the file, and is
// told.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/text/encoding.hpp"
#include "tsunagu/text/problem.hpp"

namespace tsunagu::text {

struct FixedColumn {
  std::size_t begin = 0;  ///< from 0, in bytes
  std::size_t bytes = 0;
};

class FixedWidth {
 public:
  /// Every row has exactly `row_bytes`, its line end not counted.
  FixedWidth(Encoding encoding, std::size_t row_bytes, std::vector<FixedColumn> columns);

  /// The cells in the order of the columns, in UTF-8, without the blanks (also full-width) that
  /// fill them up. Problems: `fixed.row_bytes`, and those of `decode` with the column's number.
  [[nodiscard]] Outcome<std::vector<std::string>> read(std::string_view row) const;

 private:
  Encoding encoding_;
  std::size_t row_bytes_;
  std::vector<FixedColumn> columns_;
};

}  // namespace tsunagu::text
