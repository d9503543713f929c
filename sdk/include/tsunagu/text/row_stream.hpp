// Bytes to rows in one object: decoder, table reader and header together. What nearly every
// adapter of a CSV wants: `while (const Row* row = rows.next()) …; if (rows.problem()) …`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/text/encoding.hpp"
#include "tsunagu/text/table.hpp"

namespace tsunagu::text {

/// The header's names, trimmed, in order.
class Columns {
 public:
  Columns() = default;
  explicit Columns(const Row& header);

  [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
  /// Index from 0 of the first column of that name.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const noexcept;
  /// Which of these the header lacks, and which of its own are not among these.
  [[nodiscard]] std::vector<std::string> missing(const std::vector<std::string>& expected) const;
  [[nodiscard]] std::vector<std::string> unknown(const std::vector<std::string>& expected) const;
  [[nodiscard]] std::vector<std::string> doubled() const;

 private:
  std::vector<std::string> names_;
};

/// The next bytes of the file, empty at its end; the view must live until the next call.
using ReadBytes = std::function<std::string_view()>;

class RowStream {
 public:
  /// `header_line`: the physical line of the header, 0 for a headerless file. Rows before it are
  /// kept as `preamble()`. `read` is called from `next()` and `columns()` only.
  RowStream(ReadBytes read, EncodingSet declared, TableFormat format = {},
            std::uint64_t header_line = 1);

  /// The header, read at the first call of this or of `next()`; empty for a headerless file, a file
  /// that ends before its header, or after a problem.
  const Columns& columns();

  /// The next data row, blank lines left out; null at the end or with `problem()` set.
  const Row* next();

  /// First cells of the lines above the header ("SERVICE_USER_INFO").
  [[nodiscard]] const std::vector<std::string>& preamble() const noexcept { return preamble_; }
  [[nodiscard]] const std::optional<Problem>& problem() const noexcept { return problem_; }
  [[nodiscard]] const Decoder& decoder() const noexcept { return decoder_; }

 private:
  void open();
  const Row* any_row();
  bool refill();

  ReadBytes read_;
  Decoder decoder_;
  TableReader table_;
  std::uint64_t header_line_;
  Columns columns_;
  std::vector<std::string> preamble_;
  std::optional<Problem> problem_;
  const Row* first_data_ = nullptr;  ///< met while the header was looked for
  bool opened_ = false;
  bool ended_ = false;
};

}  // namespace tsunagu::text
