// The person and the household of a row.
#include "plugins/konkyu/row.hpp"
#include "tsunagu/text/numeral.hpp"

namespace konkyu {

namespace {

/// 1 男性, 2 女性, 3 他.
record::Field<record::Sex> sex_of(feed::Line& line) {
  const std::string_view written = line.value(Column::sex);
  if (written.empty()) return {};
  if (written == "1" || written == "男" || written == "男性") return record::Sex::male;
  if (written == "2" || written == "女" || written == "女性") return record::Sex::female;
  if (written == "3" || written == "他") return record::Sex::not_applicable;
  line.warn(Column::sex, "sex.unknown", "知らない性別の値です。不明として取り込みました");
  return record::Sex::unknown;
}

record::Field<std::int64_t> age_of(feed::Line& line) {
  if (!line.has(Column::age)) return {};
  const auto age = text::parse_integer(line.value(Column::age));
  if (age.ok() && *age >= 0 && *age <= 150) return *age;
  line.warn(Column::age, "age.unreadable", "年齢が読めません。空欄として取り込みました");
  return {};
}

/// "身体2級" and the like: the kind by its word, the rest as written.
record::DisabilityCertificate certificate_of(std::string_view written) {
  record::CertificateKind kind = record::CertificateKind::unknown;
  if (written.find("身体") != std::string_view::npos) kind = record::CertificateKind::physical;
  if (written.find("療育") != std::string_view::npos) kind = record::CertificateKind::intellectual;
  if (written.find("精神") != std::string_view::npos) kind = record::CertificateKind::mental;
  record::DisabilityCertificate certificate(kind);
  certificate.note = feed::own(written);
  return certificate;
}

void add_contacts(record::Person& person, const feed::Line& line) {
  if (line.has(Column::home_phone)) {
    person.contacts.add(feed::telephone(line.value(Column::home_phone)));
  }
  if (!line.has(Column::mobile_phone)) return;
  record::Contact mobile(feed::own(line.value(Column::mobile_phone)));
  mobile.kind = record::ContactKind::mobile;
  person.contacts.add(std::move(mobile));
}

}  // namespace

record::Person person_of(Row& row) {
  feed::Line& line = row.line;
  record::Person person(row.person);
  person.identifiers.add({row.settings.id_system, row.id});
  person.names.add(feed::name(line.cell(Column::name).text, line.value(Column::kana)));
  person.sex = sex_of(line);
  person.date_of_birth = feed::partial(row.date(Column::birthday));
  person.stated_age = age_of(line);
  if (line.has(Column::address)) {
    person.addresses.add(
        feed::address(line.value(Column::address), {}, line.value(Column::postal_code)));
  }
  add_contacts(person, line);
  if (line.has(Column::certificate)) {
    person.disability_certificates.add(certificate_of(line.value(Column::certificate)));
  }
  return person;
}

std::optional<record::HouseholdHint> household_of(Row& row) {
  if (!row.line.has(Column::members)) return std::nullopt;
  record::HouseholdHint hint(row.key("setai"), row.person);
  hint.members_text = feed::own(row.line.value(Column::members));
  for (const std::string_view relationship : feed::parts(row.line.value(Column::members), ';')) {
    record::Member member(feed::own(relationship));
    member.cohabiting = record::Cohabiting::yes;
    hint.members.add(std::move(member));
  }
  return hint;
}

}  // namespace konkyu
