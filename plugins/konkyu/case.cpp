// The consultation and its concerns.
#include "plugins/konkyu/row.hpp"
#include "tsunagu/feed/labels.hpp"

namespace konkyu {

namespace {

record::Field<record::Caller> caller_of(const feed::Line& line) {
  const std::string_view relationship = line.value(Column::caller_relationship);
  if (relationship.empty() && !line.has(Column::caller_name)) return {};
  record::Caller caller;
  caller.relationship = feed::own(relationship);
  if (relationship == "本人") {
    caller.kind = record::CallerKind::self_;
  } else {
    caller.name = feed::own(line.value(Column::caller_name));
  }
  return caller;
}

void describe(record::Consultation& made, const feed::Line& line) {
  made.route = feed::words(line.value(Column::route));
  made.caller = caller_of(line);
  made.statement = feed::with_breaks(line.value(Column::statement));
  made.wish = feed::with_breaks(line.value(Column::wish));
  made.support_policy = feed::with_breaks(line.value(Column::policy));
  made.emergency_support = feed::own(line.value(Column::emergency));
  made.housing = feed::words(line.value(Column::housing));
  made.employment = feed::words(line.value(Column::employment));
  made.health_insurance = feed::words(line.value(Column::health_insurance));
  made.pension = feed::words(line.value(Column::pension));
}

}  // namespace

record::Consultation consultation_of(Row& row) {
  record::Consultation made(row.consultation, row.person,
                            feed::partial(row.received.value_or(text::Date{1, 1, 1})));
  made.receipt_number = row.id;
  describe(made, row.line);
  for (const Ticked& ticked : row.boxes)
    made.classifications.add(feed::coding(row.settings.concerns.system(), {}, ticked.box->source));
  made.staff = staff_of(row);
  made.income = income_of(row);
  if (row.abuse) feed::hide_informant(made);
  return made;
}

namespace {

record::Concern concern_of(const Row& row, const Ticked& ticked,
                           const feed::ConcernMeaning& meaning) {
  const std::string& source = ticked.box->source;
  record::Concern concern(row.key(source + "/" + std::string(record::text_of(meaning.code))),
                          row.person, meaning.code);
  concern.consultation_key = row.consultation;
  concern.sub_code = meaning.sub_code;
  concern.source_code = feed::coding(row.settings.concerns.system(), {}, source);
  if (ticked.most_pressing) concern.most_pressing = true;
  return concern;
}

}  // namespace

std::vector<record::Concern> concerns_of(Row& row) {
  std::vector<record::Concern> concerns;
  for (const Ticked& ticked : row.boxes) {
    std::vector<feed::ConcernMeaning> meanings = row.settings.concerns.of(ticked.box->source);
    if (meanings.empty()) {
      row.line.warn(ticked.box->column, "concern.unknown_code",
                    "知らない項目です。「その他」とし、元の語を残しました");
      meanings.emplace_back();
    }
    for (const feed::ConcernMeaning& meaning : meanings)
      concerns.push_back(concern_of(row, ticked, meaning));
  }
  return concerns;
}

}  // namespace konkyu
