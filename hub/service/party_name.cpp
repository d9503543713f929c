#include "hub/service/party_name.hpp"

namespace hub::service {

std::string party_name(const profile::Profile& profile, std::string_view code) {
  if (const auto* desk = profile::find_desk(profile, code))
    return profile::display_name(profile, *desk);
  if (const auto* agency = profile::find_agency(profile, code)) return agency->name;
  if (const auto* section = profile::find_section(profile, code)) return section->name;
  if (const auto* runs = profile::find_operator(profile, code)) return runs->name;
  if (const auto* partner = profile::find_partner(profile, code)) return partner->name;
  return std::string(code);
}

}  // namespace hub::service
