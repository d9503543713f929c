// How the dates of a table, or of one of its columns, are written.
#include <array>

#include "hub/profile/mapping_parts.hpp"

namespace hub::profile {
namespace {

namespace text = tsunagu::text;

constexpr std::array<std::string_view, 5> eras{"明治", "大正", "昭和", "平成", "令和"};
constexpr std::array<std::string_view, 3> orders{"year_month_day", "month_day_year",
                                                 "day_month_year"};

void read_eras(const Node& node, text::DateRules& out, Problems& problems) {
  const Text wanted{"「数字: 元号」の組(例 1: 大正)", "digits and their eras, such as 1: 大正"};
  if (node.kind != Node::Kind::map || node.entries.empty())
    return report_shape(node, problems, wanted);
  out.era_digits.fill(text::Era::none);
  for (const Entry& entry : node.entries) {
    const bool digit = entry.key.size() == 1 && entry.key[0] >= '0' && entry.key[0] <= '9';
    if (!digit) {
      Node key;
      key.kind = Node::Kind::scalar;
      key.text = entry.key;
      key.at = entry.at;
      report_shape(key, problems, wanted);
      continue;
    }
    const int era = place_among(eras, {entry.value.text, entry.value.at}, problems);
    if (era >= 0)
      out.era_digits[static_cast<std::size_t>(entry.key[0] - '0')] =
          static_cast<text::Era>(era + 1);
  }
}

}  // namespace

text::DateRules read_dates(const MappingDates& written, const text::DateRules& over, bool of_column,
                           Problems& problems) {
  text::DateRules out = over;
  if (written.eras.kind != Node::Kind::null) read_eras(written.eras, out, problems);
  out.artificial_day =
      number_within(written.artificial_day, of_column ? 0 : 1, 31, over.artificial_day, problems);
  if (written.date_order.kind != Node::Kind::null) {
    const int order =
        place_among(orders, {written.date_order.text, written.date_order.at}, problems);
    if (order >= 0) out.order = static_cast<text::DateOrder>(order);
  }
  return out;
}

}  // namespace hub::profile
