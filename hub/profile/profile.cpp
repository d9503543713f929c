#include "hub/profile/profile.hpp"

#include <algorithm>
#include <utility>

#include "hub/profile/mapping.hpp"

namespace hub::profile {
namespace {

template <class T>
const T* find_by_code(const std::vector<T>& all, std::string_view code) {
  const auto at =
      std::find_if(all.begin(), all.end(), [code](const T& one) { return one.code == code; });
  return at == all.end() ? nullptr : &*at;
}

void read_people(const std::filesystem::path& folder, Problems& problems, Profile& out) {
  Agencies agencies = load_as<Agencies>(folder / "agencies.yaml", problems);
  out.operators = std::move(agencies.operators);
  out.agencies = std::move(agencies.agencies);
  out.desks = std::move(agencies.desks);
  Areas areas = load_as<Areas>(folder / "areas.yaml", problems);
  out.areas = std::move(areas.areas);
  out.routes = std::move(areas.routes);
  out.coordinators = std::move(areas.coordinators);
  out.appointments = std::move(areas.appointments);
}

}  // namespace

const Section* find_section(const Profile& profile, std::string_view code) {
  return find_by_code(profile.municipality.sections, code);
}
const Operator* find_operator(const Profile& profile, std::string_view code) {
  return find_by_code(profile.operators, code);
}
const Agency* find_agency(const Profile& profile, std::string_view code) {
  return find_by_code(profile.agencies, code);
}
const Desk* find_desk(const Profile& profile, std::string_view code) {
  return find_by_code(profile.desks, code);
}
const Area* find_area(const Profile& profile, std::string_view code) {
  return find_by_code(profile.areas, code);
}
const Forum* find_forum(const Profile& profile, std::string_view code) {
  return find_by_code(profile.forums, code);
}
const MemberTable* find_table(const Profile& profile, std::string_view code) {
  return find_by_code(profile.tables, code);
}
const Source* find_source(const Profile& profile, std::string_view code) {
  return find_by_code(profile.sources, code);
}
const Partner* find_partner(const Profile& profile, std::string_view code) {
  return find_by_code(profile.partners, code);
}

Party find_party(const Profile& profile, std::string_view code) {
  if (const Section* section = find_section(profile, code)) return section;
  if (const Operator* found = find_operator(profile, code)) return found;
  if (const Agency* agency = find_agency(profile, code)) return agency;
  if (const Desk* desk = find_desk(profile, code)) return desk;
  return {};
}

const Agency* agency_of(const Profile& profile, const Desk& desk) {
  return find_agency(profile, desk.agency.code);
}

const Operator* operator_of(const Profile& profile, const Desk& desk) {
  const Agency* agency = agency_of(profile, desk);
  return agency == nullptr ? nullptr : find_operator(profile, agency->run_by.code);
}

const Partner* partner_for_desk(const Profile& profile, std::string_view desk, Day day) {
  for (const Partner& partner : profile.partners) {
    const bool answers = std::any_of(partner.desks.begin(), partner.desks.end(),
                                     [desk](const Ref& ref) { return ref.code == desk; });
    if (answers && covers(partner.period, day)) return &partner;
  }
  return nullptr;
}

std::string display_name(const Profile& profile, const Desk& desk) {
  const Agency* agency = agency_of(profile, desk);
  return (agency == nullptr ? desk.code : agency->name) + "（" + desk.programme + "）";
}

std::string_view label(const Profile& profile, std::string_view term, std::string_view otherwise) {
  for (const Label& label : profile.municipality.labels)
    if (label.term == term) return label.text;
  return otherwise;
}

Profile read_profile(const std::filesystem::path& folder, Problems& problems) {
  Profile out;
  out.municipality = load_as<Municipality>(folder / "profile.yaml", problems);
  read_people(folder, problems, out);
  Forums forums = load_as<Forums>(folder / "forums.yaml", problems);
  out.forums = std::move(forums.forums);
  out.tables = std::move(forums.tables);
  out.sources = load_as<Sources>(folder / "sources.yaml", problems).sources;
  read_mappings(folder, out.sources, problems);
  out.partners = load_as<Partners>(folder / "partners.yaml", problems).partners;
  return out;
}

}  // namespace hub::profile
