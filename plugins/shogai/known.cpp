// K rows: who somebody is, and what certificates and category are known.
#include <algorithm>

#include "plugins/shogai/mapping.hpp"

namespace shogai {

namespace {

/// `S1`…`S6`, `M1`…`M3`, `R-` and the prefecture's own word: 療育手帳 is never forced into one
/// scale.
record::DisabilityCertificate certificate_of(const Settings& settings, std::string_view grade) {
  const char first = grade.empty() ? ' ' : grade.front();
  record::CertificateKind kind = record::CertificateKind::unknown;
  if (first == 'S') kind = record::CertificateKind::physical;
  if (first == 'R') kind = record::CertificateKind::intellectual;
  if (first == 'M') kind = record::CertificateKind::mental;
  record::DisabilityCertificate certificate(kind);
  certificate.grade = feed::own(grade);
  if (kind == record::CertificateKind::intellectual) {
    const std::string_view word = grade.substr(std::min<std::size_t>(2, grade.size()));
    const auto& heavy = settings.heavy_grades;
    const bool is_heavy = std::find(heavy.begin(), heavy.end(), word) != heavy.end();
    certificate.severity =
        is_heavy ? record::CertificateSeverity::heavy : record::CertificateSeverity::other;
  }
  return certificate;
}

record::SupportCategoryCode category_named(const std::string& name) {
  for (int i = 0; i < static_cast<int>(record::SupportCategoryCode::unknown); ++i) {
    const auto code = static_cast<record::SupportCategoryCode>(i);
    if (text_of(code) == name) return code;
  }
  return record::SupportCategoryCode::unknown;
}

record::SupportCategory category_of(const Settings& settings, feed::Line& line) {
  const std::string written = feed::own(line.value(Known::support_category));
  const auto found = settings.support_categories.find(written);
  if (found == settings.support_categories.end()) {
    line.warn(Known::support_category, "support_category.unknown",
              "知らない支援区分のコードです。不明とし、元のコードを残しました");
  }
  const bool known = found != settings.support_categories.end();
  record::SupportCategory category(known ? category_named(found->second)
                                         : record::SupportCategoryCode::unknown);
  category.source_code = written;
  category.valid_from = feed::day(line.date(Known::valid_from));
  category.valid_until = feed::day(line.date(Known::valid_until));
  return category;
}

}  // namespace

void Mapping::known(feed::Line& line, feed::Batch& batch) const {
  record::Person person(person_key(line, Known::atena));
  if (!line.has(Known::name)) line.reject(Known::name, "name.empty", "氏名がありません");
  person.identifiers.add({settings.atena_system, feed::own(line.value(Known::atena))});
  if (line.has(Known::certificate_number)) {
    record::Identifier number("jukyusha", feed::own(line.value(Known::certificate_number)));
    number.issuer_lg_code = control.municipality;
    person.identifiers.add(std::move(number));
  }
  person.names.add(feed::name(line.cell(Known::name).text, line.value(Known::kana)));
  if (line.value(Known::sex) == "1") person.sex = record::Sex::male;
  if (line.value(Known::sex) == "2") person.sex = record::Sex::female;
  person.date_of_birth = feed::partial(line.date(Known::birthday));
  if (line.has(Known::address)) {
    person.addresses.add(
        feed::address(line.value(Known::address), {}, line.value(Known::postal_code)));
  }
  for (const std::string_view grade : feed::parts(line.value(Known::certificates), '|'))
    person.disability_certificates.add(certificate_of(settings, grade));
  if (line.has(Known::support_category)) person.support_category = category_of(settings, line);
  batch.add(person, line);
}

}  // namespace shogai
