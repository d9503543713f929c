#include <string>

#include "hub/profile/checks.hpp"

namespace hub::profile {
namespace {

void check_shape(const Area& area, Problems& problems) {
  if (area.whole == area.towns.empty()) return;
  problems.add(area.at, "area_shape",
               {"whole: true か、町字の並び(towns)のどちらか一方を書いてください。",
                "write either whole: true or a list of towns"});
}

void report_shared(const Town& town, const Area& first, Problems& problems) {
  problems.add(town.at, "overlapping_area",
               {"「" + town.name + "」は「" + first.name +
                    "」にもあります。片方を消すか、期間を分けてください。",
                "\"" + town.name + "\" stands in \"" + first.name +
                    "\" too; remove one or divide the period"});
}

/// Whether an earlier line of `first` names the town at the same time.
bool shares(const Area& first, const Town& town) {
  for (const Town& other : first.towns) {
    if (&other == &town) return false;
    if (other.name == town.name && overlap(other.period, town.period)) return true;
  }
  return false;
}

void check_against(const Area& first, const Area& second, Problems& problems) {
  const bool same_layer = first.layer == second.layer && overlap(first.period, second.period);
  if (!same_layer) return;
  for (const Town& town : second.towns)
    if (shares(first, town)) report_shared(town, first, problems);
}

}  // namespace

void check_areas(const Profile& profile, Problems& problems) {
  for (const Area& area : profile.areas) {
    check_shape(area, problems);
    for (const Area& first : profile.areas) {
      check_against(first, area, problems);
      if (&first == &area) break;
    }
  }
}

}  // namespace hub::profile
