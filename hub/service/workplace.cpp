#include "hub/service/workplace.hpp"

namespace hub::service {

bool works_for(const profile::Profile& profile, const profile::Officer& officer,
               std::string_view party) {
  const auto* desk = profile::find_desk(profile, officer.desk.code);
  if (desk == nullptr) return false;
  const auto* runs = profile::operator_of(profile, *desk);
  if (desk->code == party || desk->agency.code == party) return true;
  if (runs == nullptr) return false;
  const bool municipal = runs->kind == profile::OperatorKind::municipality;
  return runs->code == party || (municipal && profile::find_section(profile, party) != nullptr);
}

}  // namespace hub::service
