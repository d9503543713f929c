// Who may convene what: the words of legal_bases.yaml's `conveners`, for a party of the profile.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "hub/domain/legal_basis.hpp"
#include "hub/profile/profile.hpp"

namespace hub::profile {

/// What kinds of convener a section, operator, agency or desk is. A city is 福祉事務所設置自治体
/// and 保護の実施機関 by itself (社会福祉法14条, 生活保護法19条).
std::vector<std::string_view> convener_kinds(const Profile& profile, std::string_view party);

/// Every kind that there is: what legal_bases.yaml may name.
std::span<const std::string_view> all_convener_kinds();

/// The gate's fact `convener_lawful`: one of those kinds stands in the row.
bool may_convene(const Profile& profile, std::string_view party, const domain::LegalBasis& basis);

}  // namespace hub::profile
