#include "plugins/kaigo/row.hpp"

#include <algorithm>

namespace kaigo {

namespace {

/// 宛名番号, else 被保険者番号, else nobody but this consultation's person.
std::string person_key(const feed::Line& line) {
  if (line.has(Column::atena)) return "atena:" + feed::own(line.value(Column::atena));
  if (line.has(Column::insured)) {
    return "insured:" + feed::own(line.value(Column::insurer)) + ":" +
           feed::own(line.value(Column::insured));
  }
  return "sodan:" + feed::own(line.value(Column::receipt_number));
}

void classify(Row& row) {
  for (const std::string_view word : feed::parts(row.line.value(Column::classes), ';')) {
    std::vector<feed::ConcernMeaning> meanings = row.settings.concerns.of(word);
    if (meanings.empty()) {
      row.line.warn(Column::classes, "concern.unknown_code",
                    "知らない相談分類です。「その他」とし、元の語を残しました");
      meanings.emplace_back();
    }
    for (feed::ConcernMeaning& meaning : meanings)
      row.classes.push_back({feed::own(word), std::move(meaning)});
  }
  row.abuse = std::any_of(row.classes.begin(), row.classes.end(), [](const Classified& one) {
    return one.meaning.code == record::ConcernCode::abuse;
  });
}

}  // namespace

Row read_row(const Settings& settings, feed::Line& line) {
  const std::string receipt = feed::own(line.value(Column::receipt_number));
  Row row{line,
          settings,
          receipt,
          record::PersonKey(person_key(line)),
          record::ConsultationKey("sodan:" + receipt),
          line.date(Column::received_on),
          {},
          false};
  if (receipt.empty()) {
    line.reject(Column::receipt_number, "receipt.empty", "受付番号がありません");
  }
  if (!line.has(Column::received_on)) {
    line.reject(Column::received_on, "date.empty", "受付年月日がありません");
  }
  if (!line.has(Column::name)) line.reject(Column::name, "name.empty", "氏名がありません");
  classify(row);
  return row;
}

}  // namespace kaigo
