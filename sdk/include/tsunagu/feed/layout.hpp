// The columns of a table that an adapter reads, named once; rows are then read by number.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tsunagu/config.hpp"

namespace tsunagu::feed {

/// `optional`: the file may lack the column. `required`: without it the file is refused.
enum class Need { required, optional };

/// One column; its index in the Layout is the enumerator by which the mapping asks for it.
struct ColumnSpec {
  std::string name;
  Need need = Need::required;
};

class Layout {
 public:
  Layout(std::initializer_list<ColumnSpec> columns) : columns_(columns) {}
  explicit Layout(std::vector<ColumnSpec> columns) : columns_(std::move(columns)) {}

  /// What a source's settings say: `columns` gives a municipality's own words for our columns
  /// (住所: 現住所), `absent_columns` those that its system does not have.
  [[nodiscard]] Layout as_configured(const Config& config) const {
    Layout layout = *this;
    for (const std::string& name : config.list("absent_columns"))
      layout.own_column("absent_columns", name).need = Need::optional;
    for (const auto& [ours, theirs] : config.map("columns"))
      layout.own_column("columns", ours).name = theirs;
    return layout;
  }

  [[nodiscard]] const std::vector<ColumnSpec>& columns() const noexcept { return columns_; }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const ColumnSpec& column : columns_)
      names.push_back(column.name);
    return names;
  }

 private:
  ColumnSpec& own_column(const std::string& key, std::string_view name) {
    for (ColumnSpec& column : columns_) {
      if (column.name == name) return column;
    }
    throw ConfigError(key, "このアダプターが読む列の名前ではありません");
  }

  std::vector<ColumnSpec> columns_;
};

}  // namespace tsunagu::feed
