// The columns of a table that an adapter reads, named once; rows are then read by number.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

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

  /// A municipality's own words for our columns: {"住所", "現住所"}. False for a column that is not ours.
  bool rename(const std::map<std::string, std::string>& names) {
    for (const auto& [ours, theirs] : names) {
      ColumnSpec* column = find(ours);
      if (column == nullptr) return false;
      column->name = theirs;
    }
    return true;
  }

  [[nodiscard]] const std::vector<ColumnSpec>& columns() const noexcept { return columns_; }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const ColumnSpec& column : columns_)
      names.push_back(column.name);
    return names;
  }

 private:
  ColumnSpec* find(std::string_view name) {
    for (ColumnSpec& column : columns_) {
      if (column.name == name) return &column;
    }
    return nullptr;
  }

  std::vector<ColumnSpec> columns_;
};

}  // namespace tsunagu::feed
