// The child, the guardians and the siblings, and the household they make.
#include "plugins/kodomo/mapping.hpp"

namespace kodomo {

namespace {

/// `first family given` of a person's members, joined as GIF does.
std::string joined(const Entry& entry, const std::string& family, const std::string& given) {
  const std::string first = entry.get(family);
  const std::string second = entry.get(given);
  return first.empty() || second.empty() ? first + second : first + " " + second;
}

record::AffiliationKind kind_of(const std::string& school) {
  for (const char* word : {"保育", "幼稚園", "こども園"}) {
    if (school.find(word) != std::string::npos) return record::AffiliationKind::nursery;
  }
  return record::AffiliationKind::school;
}

/// 支援措置: address, telephone and school are masked for whoever has no clearance. It holds for
/// whom the consultation is about and for those who live with them.
bool is_hidden(const Case& about, const Somebody& somebody) {
  const Entry& entry = about.entry;
  if (!entry.flag("confidential.supportMeasure")) return false;
  return somebody.key == about.focus() || entry.flag(somebody.path + ".cohabiting");
}

record::ConfidentialInformation hidden(const Entry& entry) {
  record::ConfidentialInformation hidden(record::ConfidentialKind::support_measure);
  for (int i = 0; i < 10; ++i) {
    const std::string from = entry.get("confidential.hiddenFrom." + std::to_string(i));
    if (from.empty()) break;
    record::Party party;
    party.relationship = from;
    hidden.hidden_from.add(std::move(party));
  }
  return hidden;
}

record::Pregnancy pregnancy_of(Entry& entry) {
  record::Pregnancy pregnancy;
  pregnancy.due_date = feed::partial(entry.date("pregnancy.dueDate"));
  for (int i = 0; i < 20; ++i) {
    const std::string item = entry.get("pregnancy.riskItems." + std::to_string(i));
    if (item.empty()) break;
    pregnancy.risk_items.add(feed::coding("kodomo", {}, item));
  }
  return pregnancy;
}

void add_places(record::Person& person, const Entry& entry, const std::string& path) {
  const std::string address = entry.get(path + ".address.fullAddress");
  if (!address.empty()) {
    person.addresses.add(feed::address(address, {}, entry.get(path + ".address.postalCode")));
  }
  const std::string phone = entry.get(path + ".contactPointInformation.contactPointPhoneNumber");
  if (!phone.empty()) person.contacts.add(feed::telephone(phone));
  const std::string school = entry.get(path + ".school");
  if (!school.empty()) person.affiliations.add({kind_of(school), school});
}

record::Cohabiting cohabiting(const Entry& entry, const std::string& path) {
  if (!entry.has(path)) return record::Cohabiting::unknown;
  return entry.flag(path) ? record::Cohabiting::yes : record::Cohabiting::no;
}

}  // namespace

record::Person person_of(Case& about, const Somebody& somebody) {
  Entry& entry = about.entry;
  const std::string& path = somebody.path;
  record::Person person(somebody.key);
  if (entry.has(path + ".atenaNo")) {
    person.identifiers.add({about.settings.atena_system, entry.get(path + ".atenaNo")});
  }
  person.names.add(feed::name(joined(entry, path + ".familyName", path + ".givenName"),
                              joined(entry, path + ".familyNameKana", path + ".givenNameKana")));
  if (entry.get(path + ".sex") == "1") person.sex = record::Sex::male;
  if (entry.get(path + ".sex") == "2") person.sex = record::Sex::female;
  person.date_of_birth = feed::partial(entry.date(path + ".dateOfBirth"));
  add_places(person, entry, path);
  const bool expects = entry.has("pregnancy.dueDate") && (entry.get(path + ".relation") == "本人" ||
                                                          entry.get(path + ".relation") == "母");
  if (expects) person.pregnancy = pregnancy_of(entry);
  if (is_hidden(about, somebody)) person.confidential_information.add(hidden(entry));
  return person;
}

record::HouseholdHint household_of(Case& about) {
  record::HouseholdHint hint(about.key + "/setai", about.focus());
  for (const Somebody& somebody : about.people) {
    if (somebody.key == about.focus()) continue;
    const std::string relation = about.entry.get(somebody.path + ".relation");
    record::Member member(relation.empty() ? "不明" : relation);
    member.person_key = somebody.key;
    member.cohabiting = cohabiting(about.entry, somebody.path + ".cohabiting");
    if (somebody.path.rfind("guardians", 0) == 0) member.role = record::MemberRole::carer;
    hint.members.add(std::move(member));
  }
  return hint;
}

}  // namespace kodomo
