#include "plugins/kodomo/table.hpp"

#include <map>

#include "tsunagu/feed/table.hpp"

namespace kodomo {

namespace {

constexpr int most_relatives = 6;  ///< guardians and siblings that a row can hold, each

void add_person(std::vector<feed::ColumnSpec>& columns, const std::string& who) {
  for (const char* member :
       {"atenaNo", "familyName", "givenName", "familyNameKana", "givenNameKana", "sex",
        "dateOfBirth", "address.postalCode", "address.fullAddress",
        "contactPointInformation.contactPointPhoneNumber", "school", "relation", "cohabiting"})
    columns.push_back({who + "." + member, feed::Need::optional});
}

feed::Layout layout() {
  std::vector<feed::ColumnSpec> columns = {{"receiptNo"}, {"receivedAt"}};
  for (const char* member : {"route",
                             "consultationType",
                             "legalCategory",
                             "abuseType",
                             "severity",
                             "statement",
                             "pregnancy.dueDate",
                             "pregnancy.riskItems",
                             "supportPlan.goal",
                             "supportPlan.text",
                             "supportPlan.agency",
                             "supportPlan.from",
                             "supportPlan.reviewAt",
                             "confidential.supportMeasure",
                             "confidential.hiddenFrom",
                             "consent.status",
                             "consent.givenAt",
                             "consent.form",
                             "consent.givenBy",
                             "referTo"})
    columns.push_back({member, feed::Need::optional});
  add_person(columns, "child");
  for (int i = 0; i < most_relatives; ++i) {
    add_person(columns, "guardians." + std::to_string(i));
    add_person(columns, "siblings." + std::to_string(i));
  }
  return feed::Layout(std::move(columns));
}

using Index = std::map<std::string, std::size_t, std::less<>>;

Index index_of(const feed::Layout& layout) {
  Index index;
  for (std::size_t i = 0; i < layout.columns().size(); ++i)
    index.emplace(layout.columns()[i].name, i);
  return index;
}

/// `pregnancy.riskItems.1` is the second part of the cell `pregnancy.riskItems`.
std::string part_of(const Index& index, const feed::Line& line, std::string_view path) {
  const std::size_t dot = std::min(path.rfind('.'), path.size());
  const auto list = index.find(path.substr(0, dot));
  if (list == index.end()) return {};
  const auto parts = feed::parts(line.value(list->second), ';');
  std::size_t wanted = 0;
  for (const char c : path.substr(std::min(dot + 1, path.size())))
    wanted = wanted * 10 + static_cast<std::size_t>(c - '0');
  return wanted < parts.size() ? feed::own(parts[wanted]) : std::string();
}

}  // namespace

tsunagu::Outcome each_table_row(tsunagu::Input& input, tsunagu::Sink& sink, const MapEntry& map,
                                const std::string& order_key) {
  const Index index = index_of(layout());
  feed::Table table(input, sink, {{text::Encoding::utf8}, layout()});
  return table.each(
      [&](feed::Line& line) {
        Entry entry(line.number(), [&](std::string_view path) {
          const auto column = index.find(path);
          return column != index.end() ? feed::own(line.value(column->second))
                                       : part_of(index, line, path);
        });
        map(entry);
      },
      order_key);
}

}  // namespace kodomo
