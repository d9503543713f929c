// Columns by name, and the templates that name them: `kayoi:{番号}`.
#include <algorithm>

#include "hub/profile/mapping_parts.hpp"
#include "hub/profile/nearest.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::profile {

namespace mapping = tsunagu::mapping;
using mapping::Part;
using tsunagu::condition::FieldWord;

namespace {

constexpr auto items = mapping::codes_until<tsunagu::record::Item, tsunagu::record::Item::tax>();

/// The header's names are trimmed before they are compared.
void check_name(const Ref& name, Problems& problems) {
  const std::string bare(tsunagu::text::trim(name.code));
  if (bare == name.code && !bare.empty()) return;
  problems.add(name.at, "bad_column",
               {"列の名前が空か、前後に空白があります。見出しのとおりに書いてください。",
                "a column's name is empty or has spaces at its ends; write it as the header does"},
               bare);
}

}  // namespace

bool names(const mapping::Template& text, int column) {
  return std::any_of(text.begin(), text.end(),
                     [column](const Part& part) { return part.column == column; });
}

std::vector<mapping::Column> read_columns(const std::vector<MappingColumn>& written,
                                          const tsunagu::text::DateRules& dates,
                                          Problems& problems) {
  std::vector<mapping::Column> out;
  for (const MappingColumn& column : written) {
    check_name(column.name, problems);
    if (std::any_of(out.begin(), out.end(),
                    [&](const mapping::Column& known) { return known.name == column.name.code; }))
      report_doubled(column.name, problems);
    auto& made =
        out.emplace_back(mapping::Column{column.name.code, column.optional, column.number});
    if (column.label) {
      const int item = place_among(items, *column.label, problems);
      if (item >= 0) made.label = static_cast<tsunagu::record::Item>(item);
    }
    if (column.dates.written()) made.dates = read_dates(column.dates, dates, true, problems);
  }
  return out;
}

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
  for (const Ref& name : names) {
    const int column = find(name, problems);
    if (std::find(out.begin(), out.end(), column) != out.end()) report_doubled(name, problems);
    if (column != Part::none) out.push_back(column);
  }
  return out;
}

mapping::Template ColumnFinder::template_of(const Node& node, Problems& problems) const {
  mapping::Template out;
  std::string written;
  read(node, problems, written);
  if (node.kind == Node::Kind::scalar && written.empty())
    report_shape(node, problems, {"列の名前を含む文字(例 {番号})", "text such as {column}"});
  for (std::string_view rest = written; !rest.empty();) {
    const std::size_t open = std::min(rest.find('{'), rest.size());
    if (rest.substr(0, open).find('}') != std::string_view::npos)
      report_shape(node, problems,
                   {"「{」で始まる波括弧({列の名前})", "an opening brace too ({column})"});
    if (open > 0) out.push_back({std::string(rest.substr(0, open))});
    if (open == rest.size()) break;
    const std::size_t close = rest.find('}', open);
    if (close == std::string_view::npos) {
      report_shape(node, problems, {"閉じた波括弧({列の名前})", "a closing brace ({column})"});
      break;
    }
    const Ref name{std::string(rest.substr(open + 1, close - open - 1)), node.at};
    const int column = find(name, problems);
    if (column != Part::none && names(out, column)) report_doubled(name, problems);
    out.push_back({{}, column});
    rest.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace hub::profile
