// One row of a table while it is mapped: its cells by column, and what is found about them.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tsunagu/feed/findings.hpp"
#include "tsunagu/feed/layout.hpp"
#include "tsunagu/text/table.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::feed {

/// Column number: an enumerator of the adapter's own enum, or an index.
template <class T>
concept ColumnIndex = std::is_enum_v<T> || std::integral<T>;

class Line : public Findings {
 public:
  /// Borrows all three until the row is mapped. `positions[i]` is where column i of the layout
  /// stands in the file, or nothing.
  Line(const Layout& layout, const std::vector<std::optional<std::size_t>>& positions,
       const text::Row& row)
      : Findings(row.line()), layout_(&layout), positions_(&positions), row_(&row) {}

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
    return date_at(place(column), value(column), rules);
  }

  template <ColumnIndex Column>
  void warn(Column column, std::string_view code, std::string_view reason) {
    warn_at(place(column), code, reason);
  }
  template <ColumnIndex Column>
  void reject(Column column, std::string_view code, std::string_view reason) {
    reject_at(place(column), code, reason);
  }
  template <ColumnIndex Column>
  void reject(Column column, const text::Problem& problem) {
    reject(column, problem.code, problem.text);
  }

  template <ColumnIndex Column>
  [[nodiscard]] Place place(Column column) const {
    const auto index = static_cast<std::size_t>(column);
    const auto& position = (*positions_)[index];
    return {row_->line(), layout_->columns()[index].name,
            position ? static_cast<std::uint32_t>(*position + 1) : 0};
  }

 private:
  const Layout* layout_;
  const std::vector<std::optional<std::size_t>>* positions_;
  const text::Row* row_;
};

}  // namespace tsunagu::feed
