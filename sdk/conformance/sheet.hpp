// A sample as rows that can be altered without knowing what they mean, in whatever encoding it
// came. What is put in is ASCII, or a text that the sample's encoding can hold.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "sdk/conformance/plan.hpp"
#include "tsunagu/text/encoding.hpp"

namespace tsunagu::conformance {

/// Copies itself cheaply enough: each alteration gives new bytes and leaves the sheet as it is.
class Sheet {
 public:
  Sheet(const Sample& sample, text::EncodingSet declared);

  /// Rows with their line ends; a line end inside quotes ends no row.
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// The first row that is data.
  [[nodiscard]] std::size_t first_data() const { return data_line_ - 1; }
  /// Behind the last row that is data; what follows is the trailer.
  [[nodiscard]] std::size_t end_of_data() const {
    return size() - std::min(trailer_lines_, size());
  }
  [[nodiscard]] std::size_t cells(std::size_t row) const;

  [[nodiscard]] std::string without(std::size_t row) const;
  [[nodiscard]] std::string doubled(std::size_t row) const;
  [[nodiscard]] std::string swapped(std::size_t row, std::size_t other) const;
  /// The data rows again and again, until there are at least so many bytes.
  [[nodiscard]] std::string longer(std::size_t bytes) const;
  /// One more column in every row: its name in the header, its value below.
  [[nodiscard]] std::string with_column(std::string_view name, std::string_view value) const;
  /// Another value in one cell.
  [[nodiscard]] std::string with_cell(std::size_t row, std::size_t cell,
                                      std::string_view value) const;
  /// Every occurrence of a word replaced; the bytes as they were when it doesn't stand there.
  [[nodiscard]] std::string with(const Exchange& exchange) const;

 private:
  using Units = std::u16string;  // a byte each, or what two bytes of UTF-16 say
  using Rows = std::vector<Units>;
  struct Span {
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  [[nodiscard]] Units units_of(std::string_view bytes) const;
  [[nodiscard]] Units encoded(std::string_view utf8) const;
  [[nodiscard]] std::string bytes_of(const Units& units) const;
  [[nodiscard]] std::string joined(const Rows& rows) const;
  [[nodiscard]] std::vector<Span> spans(const Units& row) const;
  [[nodiscard]] Units widened(const Units& row, std::string_view name,
                              std::string_view value) const;

  text::Encoding encoding_ = text::Encoding::utf8;
  Layout layout_;
  std::size_t header_line_;
  std::size_t data_line_;
  std::size_t trailer_lines_;
  Rows rows_;
};

}  // namespace tsunagu::conformance
