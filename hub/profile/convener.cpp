#include "hub/profile/convener.hpp"

#include <algorithm>
#include <array>

namespace hub::profile {
namespace {

bool is_municipal(const Operator* run_by) {
  return run_by != nullptr && run_by->kind == OperatorKind::municipality;
}

/// The desks that stand behind a party: the desk itself, or those of the agency or operator.
std::vector<const Desk*> desks_behind(const Profile& profile, std::string_view party) {
  std::vector<const Desk*> out;
  for (const Desk& desk : profile.desks) {
    const Operator* run_by = operator_of(profile, desk);
    if (desk.code == party || desk.agency.code == party ||
        (run_by != nullptr && run_by->code == party))
      out.push_back(&desk);
  }
  return out;
}

bool belongs_to_municipality(const Profile& profile, std::string_view party,
                             const std::vector<const Desk*>& desks) {
  if (find_section(profile, party) != nullptr) return true;
  if (is_municipal(find_operator(profile, party))) return true;
  if (const Agency* agency = find_agency(profile, party))
    return is_municipal(find_operator(profile, agency->run_by.code));
  return std::any_of(desks.begin(), desks.end(), [&profile](const Desk* desk) {
    return is_municipal(operator_of(profile, *desk));
  });
}

template <class Test>
bool any(const std::vector<const Desk*>& desks, Test test) {
  return std::any_of(desks.begin(), desks.end(), [&test](const Desk* desk) { return test(*desk); });
}

}  // namespace

std::span<const std::string_view> all_convener_kinds() {
  static constexpr std::array<std::string_view, 7> kinds{
      "municipality",       "welfare_office_municipality", "protection_authority",
      "youtai_coordinator", "entrusted_contractor",        "coordinator",
      "konkyu_agency"};
  return kinds;
}

std::vector<std::string_view> convener_kinds(const Profile& profile, std::string_view party) {
  const std::vector<const Desk*> desks = desks_behind(profile, party);
  std::vector<std::string_view> out;
  if (belongs_to_municipality(profile, party, desks)) {
    out = {"municipality", "welfare_office_municipality", "protection_authority",
           "youtai_coordinator"};
  } else if (any(desks, [](const Desk& desk) { return desk.mode == Mode::entrusted; })) {
    out.push_back("entrusted_contractor");
  }
  if (any(desks, [](const Desk& desk) { return desk.statute == StatuteItem::i5; }))
    out.push_back("coordinator");
  if (any(desks, [](const Desk& desk) { return desk.statute == StatuteItem::i1_ni; }))
    out.push_back("konkyu_agency");
  return out;
}

bool may_convene(const Profile& profile, std::string_view party, const domain::LegalBasis& basis) {
  const auto kinds = convener_kinds(profile, party);
  return std::any_of(kinds.begin(), kinds.end(),
                     [&basis](std::string_view kind) { return basis.may_convene(kind); });
}

}  // namespace hub::profile
