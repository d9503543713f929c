// 表の一行から、つなぐの記録へ。列を増やすときは、Column と layout() に同じ順で書き足す。
#pragma once

#include <string>

#include "tsunagu/feed/batch.hpp"
#include "tsunagu/feed/fields.hpp"
#include "tsunagu/feed/line.hpp"

namespace sample_list {

namespace feed = tsunagu::feed;
namespace record = tsunagu::record;

enum class Column { number, received_on, name, kana, birthday, address, telephone, statement };

inline feed::Layout layout() {
  return {{"番号"},     {"受付日"}, {"氏名"},     {"フリガナ"},
          {"生年月日"}, {"住所"},   {"電話番号"}, {"相談内容"}};
}

inline record::Person person_of(feed::Line& line, const record::PersonKey& key) {
  record::Person person(key);
  person.names.add(feed::name(line.value(Column::name), line.value(Column::kana)));
  person.date_of_birth = feed::partial(line.date(Column::birthday));
  if (line.has(Column::address))
    person.addresses.add(feed::address(line.value(Column::address), {}, {}));
  if (line.has(Column::telephone))
    person.contacts.add(feed::telephone(line.value(Column::telephone)));
  return person;
}

inline void map_row(feed::Line& line, feed::Batch& batch) {
  const std::string number(line.value(Column::number));
  const auto received = line.date(Column::received_on);
  if (number.empty()) return line.reject(Column::number, "number.empty", "番号がありません");
  if (!line.has(Column::name)) return line.reject(Column::name, "name.empty", "氏名がありません");
  if (!received) return line.reject(Column::received_on, "date.empty", "受付日がありません");
  const record::PersonKey key("sample_list:" + number);
  record::Person person = person_of(line, key);
  batch.add(person, line);
  record::Consultation consultation(record::ConsultationKey("sample_list:" + number + "/相談"), key,
                                    feed::partial(*received));
  consultation.statement = feed::with_breaks(line.value(Column::statement));
  batch.add(consultation, line);
}

}  // namespace sample_list
