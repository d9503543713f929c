#include "hub/service/way.hpp"

#include <algorithm>

#include "hub/normalize/town_key.hpp"
#include "hub/profile/route.hpp"
#include "hub/service/recipient.hpp"

namespace hub::service {
namespace {

using profile::Desk;
using profile::Profile;

/// The code of a field, by code or name; empty for none.
std::string field_named(const Profile& profile, std::string_view typed) {
  for (const auto& field : profile.municipality.fields) {
    if (field.code == lowered(typed) || field.name == typed) return field.code;
  }
  return {};
}

profile::TownFold fold_of(const Profile& profile, const normalize::Tables& tables) {
  return [&tables, lgcode5 = profile.municipality.code.substr(0, 5)](std::string_view town) {
    return normalize::town_key(town, tables, lgcode5);
  };
}

/// One desk of several places that the profile does not name is no place to send anybody to: a
/// person looks which of them it is.
Way way_to(profile::Destination found) {
  const bool open = found.unsure == profile::Unsure::several_bases;
  return {open ? nullptr : found.desk, std::move(found.candidates), std::move(found.reason)};
}

Way routed(const Profile& profile, const normalize::Tables& tables, std::string_view field,
           std::string_view address, profile::Day day) {
  return way_to(profile::route(profile, field, address, day, fold_of(profile, tables)));
}

/// A base that is named by its own code is meant; an agency's name may mean any of its bases.
Way typed(const Profile& profile, const normalize::Tables& tables, const WantedWay& wanted,
          const Desk& desk, profile::Day day) {
  if (desk.code == lowered(wanted.recipient) && desk.bases == 1) return {&desk, {&desk}, {}};
  return way_to(profile::route_to(profile, desk, wanted.address, day, fold_of(profile, tables)));
}

std::vector<const Desk*> coordinating_desks(const Profile& profile, profile::Day day) {
  std::vector<const Desk*> desks;
  for (const auto* one : profile::coordinators_on(profile, day)) {
    const auto* desk = profile::find_desk(profile, one->desk.code);
    if (desk != nullptr) desks.push_back(desk);
  }
  return desks;
}

Way to_coordinator(const Profile& profile, profile::Day day) {
  Way way;
  way.candidates = coordinating_desks(profile, day);
  if (way.candidates.size() == 1) {
    way.desk = way.candidates.front();
  } else {
    way.why = way.candidates.empty() ? "この日には多機関協働の窓口が設定にありません。"
                                     : "多機関協働の窓口が複数あります。候補から選んでください。";
  }
  return way;
}

/// Whoever typed it meant somebody: to guess whom would tell the wrong one.
Way unknown(const Profile& profile, Way nearest, profile::Day day) {
  nearest.desk = nullptr;
  for (const auto* desk : coordinating_desks(profile, day)) {
    const auto& known = nearest.candidates;
    if (std::find(known.begin(), known.end(), desk) == known.end()) {
      nearest.candidates.push_back(desk);
    }
  }
  nearest.why = "つなぎ先として書かれた機関が設定にありません。候補から選んでください。";
  return nearest;
}

}  // namespace

Way way_of(const Profile& profile, const normalize::Tables& tables, const WantedWay& wanted,
           profile::Day day) {
  if (wanted.recipient.empty()) {
    return wanted.coordinator ? to_coordinator(profile, day)
                              : routed(profile, tables, wanted.field, wanted.address, day);
  }
  if (const auto* desk = desk_named(profile, wanted.recipient, day)) {
    return typed(profile, tables, wanted, *desk, day);
  }
  const auto field = field_named(profile, wanted.recipient);
  if (!field.empty()) return routed(profile, tables, field, wanted.address, day);
  return unknown(profile, routed(profile, tables, wanted.field, wanted.address, day), day);
}

}  // namespace hub::service
