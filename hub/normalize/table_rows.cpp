#include "hub/normalize/table_rows.hpp"

#include <string>

namespace hub::normalize {
namespace {

base::Failure broken(std::string_view name, std::uint64_t line) {
  return base::fail(base::Kind::corrupt,
                    std::string(name) + ":" + std::to_string(line) +
                        ": the table is damaged; install the program's data files again");
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

base::Result<> for_each_row(std::string_view name, std::string_view table, std::size_t cells,
                            const std::function<void(const tsunagu::text::Row&)>& use) {
  tsunagu::text::TableReader rows({.separator = ends_with(name, ".csv") ? ',' : '\t'});
  rows.feed(table);
  rows.finish();
  while (const auto* row = rows.next()) {
    if (row->size() < cells || row->problem()) return broken(name, row->line());
    for (std::size_t i = 0; i < cells; ++i) {
      if ((*row)[i].text.empty()) return broken(name, row->line());
    }
    if (row->line() > 1) use(*row);
  }
  if (rows.problem()) return broken(name, *rows.problem()->line);
  return {};
}

}  // namespace hub::normalize
