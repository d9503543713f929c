// Which desk a consultation goes to, and who coordinates: pure, from field, town and day.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/profile/profile.hpp"

namespace hub::profile {

/// Why a person has to choose.
enum class Unsure {
  none,           ///< exactly one desk
  no_area,        ///< the town stands in no area of the desks' layer
  several_desks,  ///< more than one answers for this town
  several_bases,  ///< one desk with several places that the plan does not name
  no_route        ///< the field has no desk on that day: the general desks are named
};

struct Destination {
  const Desk* desk = nullptr;  ///< where exactly one answers; its base may still be open
  std::vector<const Desk*> candidates;
  Unsure unsure = Unsure::none;
  std::string reason;  ///< in Japanese, for the officer who chooses
};

/// Two spellings of one town give the same text: 鍛冶ヶ澤, 大字鍛冶ケ澤. The hub passes
/// hub/normalize's fold; the default compares as written.
using TownFold = std::function<std::string(std::string_view)>;

/// `town` is the 町字 of an address, empty where it is unknown.
Destination route(const Profile& profile, std::string_view field, std::string_view town, Day day,
                  const TownFold& fold = {});

/// The same for a desk that somebody named. One that the profile writes as several bases (desks of
/// one agency that do the same: programme, item, content) is chosen among them by the town; a desk
/// of one base is meant whatever the town.
Destination route_to(const Profile& profile, const Desk& named, std::string_view town, Day day,
                     const TownFold& fold = {});

/// Who plays 多機関協働 on that day; several share the function.
std::vector<const Coordinator*> coordinators_on(const Profile& profile, Day day);

/// The areas that hold the town on that day, whole ones included.
std::vector<const Area*> areas_of(const Profile& profile, std::string_view town, Day day,
                                  const TownFold& fold = {});

}  // namespace hub::profile
