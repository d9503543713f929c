#include "plugins/kaigo/life.hpp"

#include <optional>
#include <string>

#include "plugins/kaigo/care_level.hpp"
#include "tsunagu/feed/batch.hpp"
#include "tsunagu/feed/file_name.hpp"
#include "tsunagu/feed/table.hpp"
#include "tsunagu/text/codes.hpp"

namespace kaigo {

namespace {

namespace feed = tsunagu::feed;
namespace record = tsunagu::record;
namespace text = tsunagu::text;

enum class Life {
  facility,
  service,
  external_number,
  insurer,
  insured,
  family_name,
  given_name,
  family_kana,
  given_kana,
  gender,
  birthday,
  certified_on,
  care_from,
  care_until,
  care_level,
  elderly_degree,
  dementia_degree,
  start,
  end,
  death,
  remarks,
};

feed::Layout life_layout() {
  return {{"care_facility_id"},
          {"service_code"},
          {"external_system_management_number"},
          {"insurer_no"},
          {"insured_no"},
          {"last_name"},
          {"first_name"},
          {"last_name_kana"},
          {"first_name_kana"},
          {"gender"},
          {"birthday"},
          {"certified_date"},
          {"care_period_start"},
          {"care_period_end"},
          {"care_level"},
          {"impaired_elderly_independence_degree"},
          {"dementia_elderly_independence_degree"},
          {"start_date"},
          {"end_date"},
          {"death_date"},
          {"remarks"}};
}

/// On transmission LIFE sets the day of everybody's birthday to 15: not a day to match by.
text::DateRules birthday_rules() {
  text::DateRules rules;
  rules.artificial_day = 15;
  return rules;
}

/// An empty cell says "do not update", a single half-width space "set to NULL".
bool cleared(const feed::Line& line, Life column) {
  return line.cell(column).state() == text::CellState::null;
}

record::Field<std::string> day_of(feed::Line& line, Life column) {
  if (cleared(line, column)) return record::cleared;
  return feed::day(line.date(column));
}

/// Who can't part family and given name writes all into the first and the dummy ００ into the
/// second.
std::string joined(const feed::Line& line, Life family, Life given) {
  const std::string_view second = line.value(given);
  const bool dummy = second == "００" || second == "00";
  std::string name = feed::own(line.value(family));
  if (!dummy && !second.empty()) name.append(" ").append(second);
  return name;
}

void identify(record::Person& person, feed::Line& line) {
  const auto insurer = text::parse_insurer_number(line.value(Life::insurer));
  if (!insurer) return line.reject(Life::insurer, insurer.problem());
  record::Identifier insured("insured", feed::own(line.value(Life::insured)));
  insured.issuer_lg_code = insurer->digits;
  person.identifiers.add(std::move(insured));
  if (line.has(Life::external_number)) {
    person.identifiers.add({"life-external", feed::own(line.value(Life::external_number))});
  }
}

void add_care(record::Person& person, feed::Line& line) {
  if (line.has(Life::care_level)) {
    record::CareLevel level = care_level_of(line, Life::care_level);
    level.certified_at = day_of(line, Life::certified_on);
    level.valid_from = day_of(line, Life::care_from);
    level.valid_until = day_of(line, Life::care_until);
    person.care_level = std::move(level);
  } else if (cleared(line, Life::care_level)) {
    person.care_level = record::cleared;
  }
  if (line.has(Life::elderly_degree)) {
    person.observations.add(elderly_degree(line.value(Life::elderly_degree)));
  }
  if (line.has(Life::dementia_degree)) {
    person.observations.add(dementia_degree(line.value(Life::dementia_degree)));
  }
}

record::ServiceUse service_of(feed::Line& line) {
  record::ServiceUse service;
  service.provider_number = feed::own(line.value(Life::facility));
  service.service_code = feed::own(line.value(Life::service));
  service.from = day_of(line, Life::start);
  service.until = day_of(line, Life::end);
  return service;
}

record::Person person_of(feed::Line& line) {
  record::Person person(record::PersonKey("insured:" + feed::own(line.value(Life::insurer)) + ":" +
                                          feed::own(line.value(Life::insured))));
  identify(person, line);
  const std::string name = joined(line, Life::family_name, Life::given_name);
  person.names.add(feed::name(name, joined(line, Life::family_kana, Life::given_kana)));
  if (line.value(Life::gender) == "1") person.sex = record::Sex::male;
  if (line.value(Life::gender) == "2") person.sex = record::Sex::female;
  person.date_of_birth = feed::partial(line.date(Life::birthday, birthday_rules()));
  person.date_of_death = feed::partial(line.date(Life::death));
  if (cleared(line, Life::death)) person.date_of_death = record::cleared;
  add_care(person, line);
  person.services.add(service_of(line));
  person.keep("備考", feed::own(line.value(Life::remarks)));
  return person;
}

void require(feed::Line& line) {
  for (const Life column : {Life::facility, Life::insurer, Life::insured, Life::family_name}) {
    if (!line.has(column)) line.reject(column, "cell.empty", "必須の項目が空です");
  }
}

}  // namespace

tsunagu::Outcome decode_life(tsunagu::Input& input, tsunagu::Sink& sink) {
  feed::Batch batch(sink);
  feed::TableSpec spec{{text::Encoding::utf8, text::Encoding::cp932}, life_layout()};
  spec.header_line = 2;
  spec.rows_may_be_short = true;
  feed::Table table(input, sink, std::move(spec));
  if (!table.preamble().empty() && table.preamble().front() != "SERVICE_USER_INFO") {
    return tsunagu::Outcome::refuse(
        {"life.data_type",
         "一行目がSERVICE_USER_INFOではありません。利用者情報のファイルを選んでください", 1});
  }
  return table.each(
      [&](feed::Line& line) {
        require(line);
        record::Person person = person_of(line);
        batch.add(person, line);
        batch.flush(line);
      },
      feed::digits_of_name(input.name()));
}

}  // namespace kaigo
