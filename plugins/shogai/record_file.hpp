// The file around the data rows: a control record first, rows by type, and a trailer with their
// number. A file whose trailer lacks or counts otherwise was cut or put together: refused whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/decode.hpp"
#include "tsunagu/feed/layout.hpp"
#include "tsunagu/feed/line.hpp"
#include "tsunagu/feed/problem.hpp"
#include "tsunagu/text/row_stream.hpp"

namespace shogai {

struct Control {
  std::string municipality;  ///< 証記載市町村番号, checked
  std::string made_at;       ///< YYYYMMDDHHMMSS
};

/// One kind of data rows, and where its columns stand: behind the record type and the kind.
struct RowKind {
  explicit RowKind(tsunagu::feed::Layout columns);

  tsunagu::feed::Layout layout;
  std::vector<std::optional<std::size_t>> positions;
  std::size_t fewest_cells = 0;
};

class RecordFile {
 public:
  /// Input and sink must outlive it.
  RecordFile(tsunagu::Input& input, tsunagu::Sink& sink);

  /// Reads the control record. Refused: no control record, a wrong check digit, or another number
  /// than `issuer`, where that is given.
  std::optional<tsunagu::Problem> open(std::string_view issuer);

  /// The next data row, or null at the end or after a problem; broken rows are rejected here.
  const tsunagu::text::Row* next();
  [[nodiscard]] const std::optional<tsunagu::Problem>& problem() const noexcept { return problem_; }

  [[nodiscard]] const Control& control() const noexcept { return control_; }
  [[nodiscard]] std::uint64_t rows() const noexcept { return count_; }

 private:
  std::string_view read();
  bool whole(const tsunagu::text::Row& row);
  void close(const tsunagu::text::Row& trailer);
  void fail(std::uint64_t line, std::string_view code, std::string_view reason);

  tsunagu::Input* input_;
  tsunagu::Sink* sink_;
  std::string buffer_;
  tsunagu::text::RowStream rows_;
  Control control_;
  std::uint64_t count_ = 0;
  std::optional<tsunagu::Problem> problem_;
};

}  // namespace shogai
