// The person, and who lives with whom.
#include "plugins/table/records.hpp"
#include "tsunagu/feed/fields.hpp"

namespace table {

namespace {

using Slot = mapping::PersonSlot;

void add_contacts(record::Person& person, const Row& row) {
  if (row.has(Slot::telephone)) person.contacts.add(feed::telephone(row.text(Slot::telephone)));
  if (!row.has(Slot::email)) return;
  person.contacts.add(record::Contact(row.text(Slot::email))).kind = record::ContactKind::email;
}

void add_care_level(record::Person& person, Row& row) {
  const auto code = row.choice<record::CareLevelCode>(Slot::care_level);
  if (!code) return;
  record::CareLevel level(*code);
  level.text = row.text(Slot::care_level);
  person.care_level = std::move(level);
}

void hide(record::Person& person) {
  person.confidential_information.add(
      record::ConfidentialInformation(record::ConfidentialKind::hidden_address));
}

}  // namespace

record::Person person_of(Row& row) {
  record::Person person(record::PersonKey(row.key(row.rule().key)));
  if (row.has(Slot::number))
    person.identifiers.add({row.system(Slot::number), row.text(Slot::number)});
  if (row.has(Slot::name))
    person.names.add(feed::name(row.text(Slot::name), row.text(Slot::kana)));
  else
    row.line().reject_at({row.line().number()}, "name.empty", "氏名がありません");
  if (const auto sex = row.choice<record::Sex>(Slot::sex)) person.sex = *sex;
  person.date_of_birth = feed::partial(row.date(Slot::birthday));
  if (const auto age = row.number(Slot::age)) person.stated_age = *age;
  if (row.has(Slot::address)) {
    person.addresses.add(feed::address(row.text(Slot::address), row.text(Slot::building),
                                       row.text(Slot::postal_code)));
  }
  add_contacts(person, row);
  add_care_level(person, row);
  if (row.flag(Slot::hidden_address).value_or(false)) hide(person);
  return person;
}

record::HouseholdHint household_of(Row& row) {
  using Home = mapping::HouseholdSlot;
  record::HouseholdHint hint(row.key(row.rule().key),
                             record::PersonKey(row.key(row.rule().person)));
  if (row.has(Home::number))
    hint.register_number = record::RegisterNumber(row.system(Home::number), row.text(Home::number));
  hint.composition = row.text(Home::composition);
  hint.members_text = row.text(Home::members_text);
  return hint;
}

}  // namespace table
