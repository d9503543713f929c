#include "plugins/konkyu/row.hpp"

#include <algorithm>

namespace konkyu {

namespace {

enum class Mark { none, ticked, pressing, unknown };

/// ○ comes in three look-alikes.
Mark mark_of(std::string_view cell) {
  if (cell.empty()) return Mark::none;
  if (cell == "◎") return Mark::pressing;
  if (cell == "○" || cell == "〇" || cell == "◯") return Mark::ticked;
  return Mark::unknown;
}

void take_boxes(Row& row) {
  for (const Box& box : row.settings.boxes) {
    const Mark mark = mark_of(row.line.value(box.column));
    if (mark == Mark::none) continue;
    if (mark == Mark::unknown) {
      row.line.warn(box.column, "mark.unknown", "○でも◎でもない印です。○とみなしました");
    }
    row.boxes.push_back({&box, mark == Mark::pressing});
  }
}

bool is_abuse(const Row& row, const Ticked& ticked) {
  const auto meanings = row.settings.concerns.of(ticked.box->source);
  return std::any_of(meanings.begin(), meanings.end(), [](const feed::ConcernMeaning& meaning) {
    return meaning.code == record::ConcernCode::abuse;
  });
}

}  // namespace

Row read_row(const Settings& settings, feed::Line& line) {
  const std::string id = feed::own(line.value(Column::id));
  Row row{line,
          settings,
          id,
          record::PersonKey("konkyu:" + id),
          record::ConsultationKey("konkyu:" + id),
          line.date(Column::received_on, settings.dates),
          {},
          false};
  for (const Column column : {Column::id, Column::received_on, Column::name}) {
    if (!line.has(column)) line.reject(column, "cell.empty", "必須の項目が空です");
  }
  take_boxes(row);
  row.abuse = std::any_of(row.boxes.begin(), row.boxes.end(),
                          [&](const Ticked& ticked) { return is_abuse(row, ticked); });
  return row;
}

record::Field<record::Staff> staff_of(const Row& row) {
  if (!row.line.has(Column::receiver)) return {};
  record::Staff staff;
  staff.name = feed::own(row.line.value(Column::receiver));
  return staff;
}

}  // namespace konkyu
