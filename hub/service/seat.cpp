#include "hub/service/seat.hpp"

#include <algorithm>

#include "hub/service/party_name.hpp"

namespace hub::service {
namespace {

using domain::RecipientKind;
using profile::Member;
using profile::Profile;

constexpr std::string_view seat_prefix = "seat/";

RecipientKind kind_of(const profile::Section& section) {
  return section.organ == profile::Organ::mayor ? RecipientKind::municipal
                                                : RecipientKind::other_organ;
}

/// 直営: what a section runs is of its own house, so who is near to one is near to the other.
void add_units_of_section(const Profile& profile, std::string_view section, Recipient& out) {
  for (const auto& desk : profile.desks) {
    const auto* agency = profile::agency_of(profile, desk);
    const auto* runs = profile::operator_of(profile, desk);
    const bool own = runs != nullptr && runs->kind == profile::OperatorKind::municipality;
    const bool of_desk = desk.section && desk.section->code == section;
    const bool of_agency = agency != nullptr && agency->section && agency->section->code == section;
    if (!own || !(of_desk || of_agency)) continue;
    out.units.push_back(desk.code);
    out.units.push_back(desk.agency.code);
  }
}

void add_units_of_operator(const Profile& profile, std::string_view runs, Recipient& out) {
  for (const auto& desk : profile.desks) {
    const auto* known = profile::operator_of(profile, desk);
    if (known == nullptr || known->code != runs) continue;
    out.units.push_back(desk.code);
    out.units.push_back(desk.agency.code);
  }
}

Recipient named(std::string_view code) {
  Recipient out;
  out.agency = code;
  out.groups = {out.agency};
  return out;
}

Recipient of_section(const Profile& profile, const profile::Section& section) {
  auto out = named(section.code);
  out.kind = kind_of(section);
  add_units_of_section(profile, section.code, out);
  return out;
}

Recipient of_operator(const Profile& profile, const profile::Operator& runs) {
  auto out = named(runs.code);
  add_units_of_operator(profile, runs.code, out);
  return out;
}

bool draws_from(const profile::Forum& body, std::string_view table) {
  return std::any_of(body.tables.begin(), body.tables.end(),
                     [table](const profile::Ref& one) { return one.code == table; });
}

}  // namespace

const Member* member_called(const Profile& profile, const profile::Forum& body,
                            std::string_view typed, profile::Day day) {
  for (const auto& table : profile.tables) {
    if (!draws_from(body, table.code) || !profile::covers(table.period, day)) continue;
    for (const auto& category : table.categories) {
      for (const auto& member : category.members) {
        if (member.name == typed || (member.party && member.party->code == typed)) return &member;
      }
    }
  }
  return nullptr;
}

Recipient party_of(const Profile& profile, std::string_view code, profile::Day day) {
  if (const auto* desk = desk_of(profile, code, day)) return recipient_of(profile, *desk, day);
  if (const auto* section = profile::find_section(profile, code))
    return of_section(profile, *section);
  if (const auto* runs = profile::find_operator(profile, code)) return of_operator(profile, *runs);
  auto out = named(code);
  out.known = false;
  return out;
}

Recipient recipient_at(const Profile& profile, const store::StoredSeat& seat, profile::Day day) {
  const auto code =
      seat.of.party.empty() ? std::string(seat_prefix) + seat.id.text() : seat.of.party;
  auto out = party_of(profile, code, day);
  out.kind = seat.of.kind;
  const auto& groups = out.groups;
  const bool listed = seat.of.called == store::Called::from_table;
  if (listed && std::find(groups.begin(), groups.end(), supporting_agencies) == groups.end())
    out.groups.emplace_back(supporting_agencies);
  return out;
}

std::string name_of_recipient(store::Reader& reader, const Profile& profile,
                              std::string_view code) {
  if (code.starts_with(seat_prefix)) {
    const auto id = store::SeatId::parse(code.substr(seat_prefix.size()));
    const auto seat = id ? store::find_seat(reader, *id) : std::nullopt;
    if (seat) return seat->of.name;
  }
  return party_name(profile, code);
}

}  // namespace hub::service
