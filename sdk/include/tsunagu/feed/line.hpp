// One row while it is mapped: cells by column, and what is wrong or odd about them. A row is either
// rejected as a whole, with its first reason, or taken with warnings that also go into its records.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "tsunagu/feed/layout.hpp"
#include "tsunagu/feed/problem.hpp"
#include "tsunagu/text/date.hpp"
#include "tsunagu/text/table.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::feed {

/// Column number: an enumerator of the adapter's own enum, or an index.
template <class T>
concept ColumnIndex = std::is_enum_v<T> || std::integral<T>;

class Line {
 public:
  /// Borrows all three until the row is mapped. `positions[i]` is where column i of the layout
  /// stands in the file, or nothing.
  Line(const Layout& layout, const std::vector<std::optional<std::size_t>>& positions,
       const text::Row& row)
      : layout_(&layout), positions_(&positions), row_(&row) {}

  [[nodiscard]] std::uint64_t number() const noexcept { return row_->line(); }

  /// As delivered; an absent column gives an absent cell.
  template <ColumnIndex Column>
  [[nodiscard]] text::Cell cell(Column column) const {
    const auto& position = (*positions_)[static_cast<std::size_t>(column)];
    return position ? (*row_)[*position] : text::Cell{};
  }
  /// Without spaces at its ends.
  template <ColumnIndex Column>
  [[nodiscard]] std::string_view value(Column column) const {
    return text::trim(cell(column).text);
  }
  template <ColumnIndex Column>
  [[nodiscard]] bool has(Column column) const {
    return !value(column).empty();
  }

  /// Nothing for an empty cell; an impossible date rejects the row.
  template <ColumnIndex Column>
  std::optional<text::Date> date(Column column, const text::DateRules& rules = {}) {
    if (!has(column)) return std::nullopt;
    auto date = text::parse_date(value(column), rules);
    if (!date) {
      reject(column, date.problem());
      return std::nullopt;
    }
    for (const text::DateNote note : date->notes) {
      if (told_by_date(note)) continue;
      warn(column, text::code_of(note), text::text_of(note));
    }
    return std::move(date).value();
  }

  template <ColumnIndex Column>
  void warn(Column column, std::string_view code, std::string_view reason) {
    warnings_.push_back(at(place(column), code, reason));
  }
  template <ColumnIndex Column>
  void reject(Column column, std::string_view code, std::string_view reason) {
    if (!rejection_) rejection_ = at(place(column), code, reason);
  }
  template <ColumnIndex Column>
  void reject(Column column, const text::Problem& problem) {
    reject(column, problem.code, problem.text);
  }

  [[nodiscard]] const std::optional<Problem>& rejection() const noexcept { return rejection_; }
  /// Those since the last call: they go into the record that is made now.
  std::vector<Problem> take_warnings() { return std::exchange(warnings_, {}); }

 private:
  template <ColumnIndex Column>
  [[nodiscard]] Place place(Column column) const {
    const auto index = static_cast<std::size_t>(column);
    const auto& position = (*positions_)[index];
    return {row_->line(), layout_->columns()[index].name,
            position ? static_cast<std::uint32_t>(*position + 1) : 0};
  }

  /// What the record's own precision and artificial flag say already.
  static bool told_by_date(text::DateNote note) {
    return note == text::DateNote::unknown_day || note == text::DateNote::unknown_month ||
           note == text::DateNote::artificial_day;
  }

  const Layout* layout_;
  const std::vector<std::optional<std::size_t>>* positions_;
  const text::Row* row_;
  std::optional<Problem> rejection_;
  std::vector<Problem> warnings_;
};

}  // namespace tsunagu::feed
