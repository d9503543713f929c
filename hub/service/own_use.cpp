#include "hub/service/own_use.hpp"

#include <algorithm>

#include "hub/domain/record_kind.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/protection_view.hpp"
#include "hub/service/received.hpp"
#include "hub/service/recipient.hpp"
#include "hub/service/source_labels.hpp"
#include "hub/store/records.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

constexpr std::string_view own_basis = "OWN";

std::optional<Recipient> desk_of(const Book& book, const profile::Officer& officer,
                                 base::UtcMillis at) {
  const auto* desk = profile::find_desk(book.profile, officer.desk.code);
  if (desk == nullptr) return std::nullopt;
  return recipient_of(book.profile, *desk, base::jst_day(at));
}

/// Of the source that the officer's desk or its agency owns.
bool is_of_desk(store::Reader& reader, const Book& book, const profile::Officer& officer,
                domain::SourceId id) {
  const auto* desk = profile::find_desk(book.profile, officer.desk.code);
  for (const auto& source : store::list_sources(reader)) {
    if (desk == nullptr || source.id != id) continue;
    const auto* configured = profile::find_source(book.profile, source.name);
    if (configured == nullptr) return false;
    const auto& owner = configured->owner.code;
    return owner == desk->code || owner == desk->agency.code;
  }
  return false;
}

/// Whether the source is of the officer's section, or of a desk that his section answers for.
bool is_of_section(store::Reader& reader, const Book& book, const profile::Officer& officer,
                   domain::SourceId id) {
  const auto* source = profile::find_source(book.profile, store::name_of_source(reader, id));
  if (source == nullptr) return false;
  const auto& owner = source->owner.code;
  if (works_in(book, officer, owner)) return true;
  const auto& desks = book.profile.desks;
  return std::any_of(desks.begin(), desks.end(), [&](const profile::Desk& desk) {
    const bool makes = desk.code == owner || desk.agency.code == owner;
    return makes && desk.section && works_in(book, officer, desk.section->code);
  });
}

}  // namespace

domain::Disclosure own_use(store::Reader& reader, const Book& book, const About& about,
                           const profile::Officer& officer, Holding holding, domain::Labels labels,
                           base::UtcMillis at, std::string_view purpose) {
  domain::Situation situation;
  situation.at = at;
  situation.person = about.person.id;
  situation.subject = about.subject;
  situation.forum.basis = book.law.bases.find(own_basis, at);
  situation.purpose = book.law.purposes.find(purpose);
  situation.holder = holding == Holding::yes;
  situation.recipient.code = officer.desk.code;
  const auto recipient = desk_of(book, officer, at);
  if (recipient) {
    situation.recipient.kind = recipient->kind;
    situation.protection = protection_view(reader, book, about, *recipient, at);
  }
  return domain::disclose(labels, situation);
}

bool holds(store::Reader& reader, const Book& book, const profile::Officer& officer,
           domain::SourceId id) {
  if (is_of_desk(reader, book, officer, id)) return true;
  const bool staff = municipal_officer(book, std::string(officer_prefix) + officer.user) != nullptr;
  return staff && is_of_section(reader, book, officer, id);
}

std::optional<domain::Cleared<std::string>> name_in(store::Reader& reader, const Book& book,
                                                    const profile::Officer& officer,
                                                    const About& about,
                                                    const store::StoredRecord& stored,
                                                    base::UtcMillis at) {
  if (stored.removed || !stored.body) return std::nullopt;
  if (static_cast<domain::RecordKind>(stored.kind) != domain::RecordKind::person)
    return std::nullopt;
  const auto record = read_body(*stored.body);
  auto name = record ? full_name(*record) : domain::Sealed<std::string>();
  name.belongs_to(about.person.id);
  name.add_labels(
      domain::Labels(domain::Item::identity).with(source_labels(reader, book, stored.source)));
  return own_use(reader, book, about, officer, Holding::yes, name.labels(), at).clear(name);
}

std::optional<domain::Cleared<std::string>> name_for(store::Reader& reader, const Book& book,
                                                     const profile::Officer& officer,
                                                     const About& about, base::UtcMillis at) {
  for (const auto row : records_of(reader, about)) {
    const auto stored = store::read_record(reader, row);
    if (!stored || !is_of_desk(reader, book, officer, stored->source)) continue;
    if (auto name = name_in(reader, book, officer, about, *stored, at)) return name;
  }
  return std::nullopt;
}

}  // namespace hub::service
