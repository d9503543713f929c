#include "hub/profile/route.hpp"

#include <algorithm>
#include <utility>

namespace hub::profile {
namespace {

std::string folded(const TownFold& fold, std::string_view town) {
  return fold ? fold(town) : std::string(town);
}

bool holds(const Area& area, const std::string& town, Day day, const TownFold& fold) {
  if (!covers(area.period, day)) return false;
  if (area.whole) return true;
  return !town.empty() && std::any_of(area.towns.begin(), area.towns.end(), [&](const Town& one) {
    return covers(one.period, day) && folded(fold, one.name) == town;
  });
}

/// The desks that a field's routes name on that day.
std::vector<const Desk*> routed(const Profile& profile, std::string_view field, Day day) {
  std::vector<const Desk*> out;
  for (const Route& route : profile.routes) {
    if (route.field.code != field || !covers(route.period, day)) continue;
    for (const Ref& ref : route.desks) {
      const Desk* desk = find_desk(profile, ref.code);
      if (desk != nullptr && covers(desk->period, day)) out.push_back(desk);
    }
  }
  return out;
}

bool answers_for(const Profile& profile, const Desk& desk, const std::string& town, Day day,
                 const TownFold& fold) {
  return std::any_of(desk.areas.begin(), desk.areas.end(), [&](const Ref& ref) {
    const Area* area = find_area(profile, ref.code);
    return area != nullptr && holds(*area, town, day, fold);
  });
}

/// 総合相談: desks of 第1号 without a letter take whatever comes. Where there is none, each desk of
/// 第1号 does, whatever the person's attribute (小林市: 「相談者の属性に関わらず」).
std::vector<const Desk*> general_desks(const Profile& profile, Day day) {
  std::vector<const Desk*> general;
  std::vector<const Desk*> all;
  for (const Desk& desk : profile.desks) {
    if (!covers(desk.period, day)) continue;
    if (desk.statute == StatuteItem::i1) general.push_back(&desk);
    if (takes_consultations(desk.statute)) all.push_back(&desk);
  }
  return general.empty() ? all : general;
}

Destination undecided(Unsure why, std::vector<const Desk*> candidates, std::string reason) {
  Destination out;
  out.unsure = why;
  out.candidates = std::move(candidates);
  out.reason = std::move(reason);
  return out;
}

Destination decided(const Desk& desk) {
  Destination out;
  out.desk = &desk;
  out.candidates = {&desk};
  if (desk.bases <= 1) return out;
  out.unsure = Unsure::several_bases;
  out.reason = "この窓口は" + std::to_string(desk.bases) + "か所あります。どこかを選んでください。";
  return out;
}

Destination among(const Profile& profile, const std::vector<const Desk*>& desks,
                  std::string_view town, Day day, const TownFold& fold) {
  const std::string key = folded(fold, town);
  std::vector<const Desk*> answering;
  for (const Desk* desk : desks)
    if (answers_for(profile, *desk, key, day, fold)) answering.push_back(desk);
  if (answering.empty())
    return undecided(
        Unsure::no_area, desks,
        "町字がどの担当地域にもありません。候補から選び、areas.yamlの町字を確かめてください。");
  if (answering.size() > 1)
    return undecided(Unsure::several_desks, answering,
                     "この地域を担当する窓口が複数あります。候補から選んでください。");
  return decided(*answering.front());
}

/// `desk` among them.
std::vector<const Desk*> bases_of(const Profile& profile, const Desk& desk, Day day) {
  std::vector<const Desk*> bases;
  for (const Desk& one : profile.desks) {
    const bool same = one.agency.code == desk.agency.code && one.programme == desk.programme &&
                      one.statute == desk.statute && one.content == desk.content;
    if (same && covers(one.period, day)) bases.push_back(&one);
  }
  return bases;
}

}  // namespace

Destination route(const Profile& profile, std::string_view field, std::string_view town, Day day,
                  const TownFold& fold) {
  const std::vector<const Desk*> desks = routed(profile, field, day);
  if (desks.empty())
    return undecided(
        Unsure::no_route, general_desks(profile, day),
        "この分野の窓口が、この日には設定にありません。総合相談の窓口から選んでください。");
  return among(profile, desks, town, day, fold);
}

Destination route_to(const Profile& profile, const Desk& named, std::string_view town, Day day,
                     const TownFold& fold) {
  const auto bases = bases_of(profile, named, day);
  return bases.size() > 1 ? among(profile, bases, town, day, fold) : decided(named);
}

std::vector<const Coordinator*> coordinators_on(const Profile& profile, Day day) {
  std::vector<const Coordinator*> out;
  for (const Coordinator& one : profile.coordinators)
    if (covers(one.period, day)) out.push_back(&one);
  return out;
}

std::vector<const Area*> areas_of(const Profile& profile, std::string_view town, Day day,
                                  const TownFold& fold) {
  const std::string key = folded(fold, town);
  std::vector<const Area*> out;
  for (const Area& area : profile.areas)
    if (holds(area, key, day, fold)) out.push_back(&area);
  return out;
}

}  // namespace hub::profile
