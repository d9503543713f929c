// A delivered table, from bytes to lines: decodes strictly, holds the header against the layout,
// rejects rows that break the rules of the format, and hands the others to the mapping.
//
//   feed::Table table(input, sink, {.encodings = {Encoding::cp932}, .layout = layout});
//   return table.each([&](feed::Line& line) { … });
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tsunagu/feed/layout.hpp"
#include "tsunagu/feed/line.hpp"
#include "tsunagu/feed/problem.hpp"
#include "tsunagu/text/gaiji.hpp"
#include "tsunagu/text/row_stream.hpp"

namespace tsunagu::feed {

/// The longest text of a record has 60,000 characters; a longer cell rejects its row.
inline constexpr std::size_t cell_bytes_in_a_record = 180'000;

struct TableSpec {
  text::EncodingSet encodings;
  Layout layout;
  text::TableFormat format = {',', cell_bytes_in_a_record};
  std::uint64_t header_line = 1;   ///< 0: the file has no header
  bool rows_may_be_short = false;  ///< cells at the end may be left out (LIFE)
  std::vector<text::RefusedNumber> lawful_numbers = {};  ///< the source's config says why
};

class Table {
 public:
  /// Input and sink must outlive it.
  Table(Input& input, Sink& sink, TableSpec spec)
      : input_(&input),
        sink_(&sink),
        spec_(std::move(spec)),
        buffer_(block_bytes, '\0'),
        rows_([this] { return read(); }, spec_.encodings, spec_.format, spec_.header_line) {}

  /// The lines above the header.
  const std::vector<std::string>& preamble() {
    rows_.columns();
    return rows_.preamble();
  }

  /// Calls `map(line)` for every row that is whole.
  template <class Map>
  Outcome each(Map map, const std::string& order_key = {}) {
    if (auto problem = open()) return Outcome::refuse(std::move(*problem));
    while (const text::Row* row = rows_.next()) {
      if (++count_ % progress_every == 0) sink_->progress(count_);
      if (auto problem = broken(*row)) {
        sink_->reject(*problem);
        continue;
      }
      Line line(spec_.layout, positions_, *row);
      if (rows_.decoder().gaiji() > 0) flag_gaiji(line);
      map(line);
    }
    if (rows_.problem()) return Outcome::refuse(of_file(*rows_.problem()));
    return Outcome::done(count_, order_key);
  }

 private:
  static constexpr std::uint64_t progress_every = 1000;

  std::string_view read() {
    const std::size_t size = input_->read(buffer_.data(), buffer_.size());
    return std::string_view(buffer_).substr(0, size);
  }

  std::optional<Problem> open() {
    if (spec_.header_line == 0) return as_laid_out();
    const text::Columns& columns = rows_.columns();
    if (rows_.problem()) return of_file(*rows_.problem());
    if (columns.names().empty()) {
      return Problem{"file.empty",
                     "見出しの行がありません。出力が途中で終わっていないか確かめてください"};
    }
    if (auto problem = refused(columns)) return problem;
    if (auto problem = doubled(columns)) return problem;
    if (auto problem = missing(columns)) return problem;
    for (const std::string& name : columns.unknown(spec_.layout.names()))
      sink_->warning(at(header(name), "column.unknown", "知らない列です。読まずに進みます"));
    return std::nullopt;
  }

  /// A file without a header has exactly the layout's columns.
  std::optional<Problem> as_laid_out() {
    width_ = spec_.layout.columns().size();
    for (std::size_t i = 0; i < width_; ++i)
      positions_.emplace_back(i);
    return std::nullopt;
  }

  [[nodiscard]] Place header(std::string_view name) const { return {spec_.header_line, name, 0}; }

  [[nodiscard]] std::optional<Problem> refused(const text::Columns& columns) const {
    const auto& lawful = spec_.lawful_numbers;
    for (const std::string& name : columns.names()) {
      const auto number = text::refused_header(name);
      if (!number || std::find(lawful.begin(), lawful.end(), *number) != lawful.end()) continue;
      return refused_number(*number, header(name));
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Problem> doubled(const text::Columns& columns) const {
    const std::vector<std::string> names = columns.doubled();
    if (names.empty()) return std::nullopt;
    return at(header(names.front()), "column.doubled",
              "同じ名前の列が二つあります。出力の設定で一つにしてください");
  }

  std::optional<Problem> missing(const text::Columns& columns) {
    positions_.clear();
    for (const ColumnSpec& column : spec_.layout.columns()) {
      positions_.push_back(columns.find(column.name));
      if (positions_.back() || column.need == Need::optional) continue;
      return at(header(column.name), "column.missing",
                "必要な列がありません。出力の設定にこの列を加えるか、アダプターの設定に列の別名（co"
                "lumns）"
                "または無い列であること（absent_columns）を書いてください");
    }
    width_ = columns.names().size();
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Problem> broken(const text::Row& row) const {
    if (row.problem() != nullptr) {
      const auto column = static_cast<std::uint32_t>(row.problem()->column.value_or(0));
      return at({row.line(), {}, column}, *row.problem());
    }
    if (row.size() == width_ || (row.size() < width_ && spec_.rows_may_be_short)) {
      return std::nullopt;
    }
    return at({row.line()}, "row.cell_count",
              "列の数が見出しと違います。区切り文字や引用符のくずれがないか確かめてください");
  }

  /// 外字 are kept; who reads the record is told that its fonts may not show them.
  void flag_gaiji(Line& line) const {
    for (std::size_t i = 0; i < positions_.size(); ++i) {
      if (text::count_gaiji(line.value(i)) == 0) continue;
      line.warn(i, "gaiji", "外字が含まれています。もとの文字のまま残しました");
    }
  }

  Input* input_;
  Sink* sink_;
  TableSpec spec_;
  std::string buffer_;
  text::RowStream rows_;
  std::vector<std::optional<std::size_t>> positions_;
  std::size_t width_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace tsunagu::feed
