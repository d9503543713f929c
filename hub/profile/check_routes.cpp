#include <algorithm>

#include "hub/profile/checks.hpp"

namespace hub::profile {
namespace {

bool serves(const Desk& desk, const std::string& field) {
  return std::any_of(desk.fields.begin(), desk.fields.end(),
                     [&field](const Ref& ref) { return ref.code == field; });
}

void check_route(const Profile& profile, const Route& route, Problems& problems) {
  for (const Ref& ref : route.desks) {
    const Desk* desk = find_desk(profile, ref.code);
    if (desk == nullptr) continue;
    if (!serves(*desk, route.field.code))
      problems.add(ref.at, "desk_of_other_field",
                   {"窓口「" + ref.code + "」はこの分野(fields)をもっていません。",
                    "desk \"" + ref.code + "\" does not have this field"});
    if (!overlap(route.period, desk->period))
      problems.add(ref.at, "desk_out_of_time",
                   {"窓口「" + ref.code + "」の期間がこの道筋の期間と重なりません。",
                    "the periods of desk \"" + ref.code + "\" and of this route don't meet"});
  }
}

bool has_route(const Profile& profile, const std::string& field) {
  return std::any_of(profile.routes.begin(), profile.routes.end(),
                     [&field](const Route& route) { return route.field.code == field; });
}

/// A desk that takes consultations of a field nobody is sent to.
void check_unrouted(const Profile& profile, const Desk& desk, Problems& problems) {
  if (!takes_consultations(desk.statute)) return;
  for (const Ref& field : desk.fields)
    if (!has_route(profile, field.code))
      problems.add(field.at, "field_without_route",
                   {"分野「" + field.code + "」の道筋(routes)がありません。書き加えてください。",
                    "no route leads to field \"" + field.code + "\"; add one"});
}

void check_coordinator(const Profile& profile, const Coordinator& coordinator, Problems& problems) {
  const Desk* desk = find_desk(profile, coordinator.desk.code);
  if (desk == nullptr || desk->statute == StatuteItem::i5) return;
  problems.add(coordinator.desk.at, "not_a_coordinator",
               {"多機関協働(第5号)の窓口ではありません。",
                "this desk's function is not 多機関協働 (第5号)"});
}

}  // namespace

void check_routes(const Profile& profile, Problems& problems) {
  for (const Route& route : profile.routes)
    check_route(profile, route, problems);
  for (const Desk& desk : profile.desks)
    check_unrouted(profile, desk, problems);
  for (const Coordinator& coordinator : profile.coordinators)
    check_coordinator(profile, coordinator, problems);
  if (profile.coordinators.empty())
    problems.add(
        profile.municipality.at, "no_coordinator",
        {"多機関協働の担い手(coordinators)が1つもありません。", "there is no coordinator at all"});
}

}  // namespace hub::profile
