#include "hub/service/officers.hpp"

#include <algorithm>

namespace hub::service {

const profile::Officer* officer_of(const Book& book, std::string_view asker) {
  if (!asker.starts_with(officer_prefix)) return nullptr;
  const auto user = asker.substr(officer_prefix.size());
  const auto& all = book.settings.officers;
  const auto found =
      std::find_if(all.begin(), all.end(), [user](const auto& one) { return one.user == user; });
  return found == all.end() ? nullptr : &*found;
}

const profile::Officer* municipal_officer(const Book& book, std::string_view asker) {
  const auto* officer = officer_of(book, asker);
  const auto* desk =
      officer == nullptr ? nullptr : profile::find_desk(book.profile, officer->desk.code);
  const auto* runs = desk == nullptr ? nullptr : profile::operator_of(book.profile, *desk);
  const bool municipal = runs != nullptr && runs->kind == profile::OperatorKind::municipality;
  return municipal ? officer : nullptr;
}

bool works_in(const Book& book, const profile::Officer& officer, std::string_view code) {
  if (officer.section) return officer.section->code == code;
  const auto* desk = profile::find_desk(book.profile, officer.desk.code);
  if (desk == nullptr) return false;
  const auto* agency = profile::agency_of(book.profile, *desk);
  if (desk->code == code || desk->agency.code == code) return true;
  if (desk->section) return desk->section->code == code;
  return agency != nullptr && agency->section && agency->section->code == code;
}

bool guards_register(const Book& book, std::string_view asker) {
  const auto* officer = municipal_officer(book, asker);
  const auto& code = book.profile.municipality.protection_register.source.code;
  const auto* source = profile::find_source(book.profile, code);
  return officer != nullptr && source != nullptr && works_in(book, *officer, source->owner.code);
}

base::Result<const profile::Officer*> deciding_officer(const Book& book, std::string_view asker) {
  const auto* officer = officer_of(book, asker);
  if (officer != nullptr && officer->decides) return officer;
  return base::fail(base::Kind::forbidden,
                    "only an officer of hub.yaml with `decides` may take or review a decision");
}

}  // namespace hub::service
