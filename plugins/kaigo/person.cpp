// The person and the household of a consultation row.
#include "plugins/kaigo/care_level.hpp"
#include "plugins/kaigo/row.hpp"
#include "tsunagu/text/codes.hpp"
#include "tsunagu/text/numeral.hpp"

namespace kaigo {

namespace {

/// 被保険者番号 belongs to its 保険者: さくら市 is 092148 there, and 092142 as a local government.
void identify(record::Person& person, Row& row) {
  feed::Line& line = row.line;
  if (line.has(Column::atena)) {
    person.identifiers.add({row.settings.atena_system, feed::own(line.value(Column::atena))});
  }
  if (!line.has(Column::insured)) return;
  record::Identifier insured("insured", feed::own(line.value(Column::insured)));
  if (line.has(Column::insurer)) {
    const auto insurer = text::parse_insurer_number(line.value(Column::insurer));
    if (!insurer) return line.reject(Column::insurer, insurer.problem());
    insured.issuer_lg_code = insurer->digits;
  }
  person.identifiers.add(std::move(insured));
}

record::Field<record::Sex> sex_of(feed::Line& line) {
  const std::string_view written = line.value(Column::sex);
  if (written == "1") return record::Sex::male;
  if (written == "2") return record::Sex::female;
  if (written.empty()) return {};
  if (written != "0") {
    line.warn(Column::sex, "sex.unknown", "性別は1か2です。不明として取り込みました");
  }
  return record::Sex::unknown;
}

void add_care(record::Person& person, feed::Line& line) {
  if (line.has(Column::care_level)) {
    record::CareLevel level = care_level_of(line, Column::care_level);
    level.valid_from = feed::day(line.date(Column::certified_from));
    level.valid_until = feed::day(line.date(Column::certified_until));
    person.care_level = std::move(level);
  }
  if (line.has(Column::elderly_degree)) {
    person.observations.add(elderly_degree(line.value(Column::elderly_degree)));
  }
  if (line.has(Column::dementia_degree)) {
    person.observations.add(dementia_degree(line.value(Column::dementia_degree)));
  }
}

/// "長男:52"
record::Member member_of(feed::Line& line, std::string_view written) {
  const std::size_t colon = std::min(written.find(':'), written.size());
  record::Member member(feed::own(text::trim(written.substr(0, colon))));
  if (member.relationship.empty()) member.relationship = "不明";
  member.cohabiting = record::Cohabiting::yes;
  if (colon == written.size()) return member;
  const auto age = text::parse_integer(written.substr(colon + 1));
  if (age.ok() && *age >= 0 && *age <= 150) {
    member.age = *age;
  } else {
    line.warn(Column::members, "household.age", "同居家族の年齢が読めません");
  }
  return member;
}

}  // namespace

record::Person person_of(Row& row) {
  feed::Line& line = row.line;
  record::Person person(row.person);
  identify(person, row);
  record::Name name = feed::name(line.cell(Column::name).text, line.value(Column::kana));
  name.use = record::NameUse::official;
  person.names.add(std::move(name));
  person.sex = sex_of(line);
  person.date_of_birth = feed::partial(line.date(Column::birthday));
  if (line.has(Column::address)) {
    person.addresses.add(feed::address(line.value(Column::address), line.value(Column::building),
                                       line.value(Column::postal_code)));
  }
  if (line.has(Column::telephone)) {
    person.contacts.add(feed::telephone(line.value(Column::telephone)));
  }
  add_care(person, line);
  return person;
}

std::optional<record::HouseholdHint> household_of(Row& row) {
  feed::Line& line = row.line;
  if (!line.has(Column::household) && !line.has(Column::composition) &&
      !line.has(Column::members)) {
    return std::nullopt;
  }
  record::HouseholdHint hint(row.key("setai"), row.person);
  if (line.has(Column::household)) {
    hint.register_number = record::RegisterNumber(row.settings.household_system,
                                                  feed::own(line.value(Column::household)));
  }
  hint.composition = feed::own(line.value(Column::composition));
  hint.members_text = feed::own(line.value(Column::members));
  for (const std::string_view written : feed::parts(line.value(Column::members), ';'))
    hint.members.add(member_of(line, written));
  return hint;
}

}  // namespace kaigo
