// Columns by name, and the templates that name them: `kayoi:{番号}`.
#include <algorithm>

#include "hub/profile/mapping_parts.hpp"
#include "hub/profile/nearest.hpp"

namespace hub::profile {

namespace mapping = tsunagu::mapping;
using mapping::Part;
using tsunagu::condition::FieldWord;

ColumnFinder::ColumnFinder(const std::vector<mapping::Column>& columns) {
  for (const mapping::Column& column : columns) {
    names_.emplace_back(column.name);
    vocabulary_.push_back(
        {column.name, column.number ? FieldWord::Kind::number : FieldWord::Kind::word});
  }
}

int ColumnFinder::find(const Ref& name, Problems& problems) const {
  const auto found = std::find(names_.begin(), names_.end(), name.code);
  if (found != names_.end()) return static_cast<int>(found - names_.begin());
  problems.add(name.at, "unknown_column",
               {"「" + name.code + "」という列は columns にありません。",
                "no column \"" + name.code + "\" stands among the columns"},
               nearest(name.code, names_));
  return Part::none;
}

std::vector<int> ColumnFinder::find(const std::vector<Ref>& names, Problems& problems) const {
  std::vector<int> out;
  for (const Ref& name : names)
    if (const int column = find(name, problems); column != Part::none) out.push_back(column);
  return out;
}

mapping::Template ColumnFinder::template_of(const Node& node, Problems& problems) const {
  mapping::Template out;
  std::string written;
  read(node, problems, written);
  for (std::string_view rest = written; !rest.empty();) {
    const std::size_t open = std::min(rest.find('{'), rest.size());
    if (open > 0) out.push_back({std::string(rest.substr(0, open))});
    if (open == rest.size()) break;
    const std::size_t close = rest.find('}', open);
    if (close == std::string_view::npos) {
      report_shape(node, problems, {"閉じた波括弧({列の名前})", "a closing brace ({column})"});
      break;
    }
    out.push_back(
        {{}, find({std::string(rest.substr(open + 1, close - open - 1)), node.at}, problems)});
    rest.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace hub::profile
