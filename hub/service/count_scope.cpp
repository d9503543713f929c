#include "hub/service/count_scope.hpp"

#include <algorithm>

#include "hub/service/party_name.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using domain::PublishedCount;

constexpr std::string_view source_prefix = "source/";

bool names(const std::vector<profile::Ref>& refs, const std::string& code) {
  return std::any_of(refs.begin(), refs.end(),
                     [&code](const profile::Ref& ref) { return ref.code == code; });
}

template <class Coded>
bool knows(const std::vector<Coded>& all, const std::string& code) {
  return code.empty() || std::any_of(all.begin(), all.end(),
                                     [&code](const Coded& one) { return one.code == code; });
}

using Cells = std::map<std::string, std::map<std::string, std::int64_t>>;

PublishedCount shown(std::int64_t count) {
  return {count, true};
}

/// Every count as it is.
CountTable plain(const Cells& cells, CountTable table) {
  table.of_part.assign(table.parts.size(), shown(0));
  for (const auto& [desk, row] : cells) {
    auto& out = table.cells.emplace_back();
    std::int64_t sum = 0;
    for (std::size_t at = 0; at < table.parts.size(); ++at) {
      const auto found = row.find(table.parts[at]);
      const auto count = found == row.end() ? 0 : found->second;
      out.push_back(shown(count));
      table.of_part[at].count += count;
      sum += count;
    }
    table.of_desk.push_back(shown(sum));
    table.whole.count += sum;
  }
  return table;
}

base::Result<CountTable> hidden(CountTable table) {
  std::vector<std::vector<std::int64_t>> counts;
  for (const auto& row : table.cells) {
    auto& out = counts.emplace_back();
    for (const auto& cell : row)
      out.push_back(cell.count);
  }
  const auto published = domain::PublishedTable::of(counts);
  if (!published) return published.error();
  for (std::size_t row = 0; row < table.cells.size(); ++row) {
    for (std::size_t column = 0; column < table.parts.size(); ++column)
      table.cells[row][column] = published->cell(row, column);
    table.of_desk[row] = published->of_row(row);
  }
  for (std::size_t column = 0; column < published->columns(); ++column)
    table.of_part[column] = published->of_column(column);
  table.whole = published->whole();
  return table;
}

}  // namespace

base::Result<CountScope> CountScope::of(const Book& book, const CountAsk& ask) {
  const auto& profile = book.profile;
  if (ask.first > ask.last)
    return fail(Kind::invalid, "/until: is before the first day of the period");
  if (!knows(profile.desks, ask.desk))
    return fail(Kind::invalid, "/desk: is no desk of agencies.yaml");
  if (!knows(profile.municipality.fields, ask.field))
    return fail(Kind::invalid, "/field: is no field of profile.yaml");
  if (!knows(profile.areas, ask.area))
    return fail(Kind::invalid, "/area: is no area of areas.yaml");
  CountScope scope(book, ask);
  const Day after{std::chrono::sys_days(ask.last) + std::chrono::days(1)};
  scope.period_ = {base::from_jst_day(ask.first), base::from_jst_day(after),
                   profile::text_of(ask.first), profile::text_of(after)};
  return scope;
}

std::string CountScope::desk_of(const std::string& counted) const {
  if (!counted.starts_with(source_prefix)) return counted;
  const auto* source = profile::find_source(book_->profile, counted.substr(source_prefix.size()));
  return source == nullptr ? std::string() : source->owner.code;
}

bool CountScope::includes(const std::string& code) const {
  if (ask_.desk.empty() && ask_.field.empty() && ask_.area.empty()) return true;
  const auto* desk = profile::find_desk(book_->profile, code);
  if (desk == nullptr) return false;
  return (ask_.desk.empty() || desk->code == ask_.desk) &&
         (ask_.field.empty() || names(desk->fields, ask_.field)) &&
         (ask_.area.empty() || names(desk->areas, ask_.area));
}

std::string CountScope::name_of(const std::string& code) const {
  auto name = party_name(book_->profile, code);
  const auto* body = name == code ? profile::find_forum(book_->profile, code) : nullptr;
  return body == nullptr ? name : body->name;
}

base::Result<CountTable> count_table(store::Reader& reader, const domain::Figure& figure,
                                     const CountScope& scope, bool publish) {
  Cells cells;
  std::set<std::string> more;
  for (const auto& one : store::count_parts(reader, figure.code, scope.period())) {
    const auto desk = scope.desk_of(one.desk);
    if (!scope.includes(desk)) continue;
    cells[desk.empty() ? "-" : desk][one.part] += one.count;
    more.insert(one.part);
  }
  CountTable table;
  for (const auto part : domain::parts_of(figure)) {
    table.parts.emplace_back(part);
    more.erase(std::string(part));
  }
  table.parts.insert(table.parts.end(), more.begin(), more.end());
  if (table.parts.empty()) table.parts.emplace_back();
  for (const auto& [desk, row] : cells)
    table.desks.push_back(desk);
  table = plain(cells, std::move(table));
  return publish && !table.cells.empty() ? hidden(std::move(table)) : table;
}

Median median_of(store::Reader& reader, const domain::Figure& figure, const CountScope& scope) {
  std::vector<double> days;
  for (const auto& one : store::days_taken(reader, figure.code, scope.period()))
    if (scope.includes(scope.desk_of(one.desk))) days.push_back(one.days);
  if (days.empty()) return {};
  std::sort(days.begin(), days.end());
  const auto half = days.size() / 2;
  const auto middle = days.size() % 2 == 1 ? days[half] : (days[half - 1] + days[half]) / 2;
  return {middle, static_cast<std::int64_t>(days.size())};
}

}  // namespace hub::service
