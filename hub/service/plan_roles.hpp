// 役割分担: which agency does what, and who leads (主担当). That the referrer stays in charge is a
// normal outcome, and counted as one.
#pragma once

#include <string>

#include "hub/service/context.hpp"
#include "hub/store/plan_roles.hpp"

namespace hub::service {

struct RoleWish {
  store::PlanId plan;
  std::int64_t seen = 0;
  std::string agency;  ///< a code of the profile
  std::string task{};
  bool lead = false;
};

/// `invalid` for an agency that the profile does not know.
base::Result<store::RoleId> give_role(Context& context, const RoleWish& wish,
                                      const std::string& asker);
base::Result<> end_role(Context& context, const store::RoleId& role, std::int64_t seen,
                        const std::string& asker);

/// The desk that referred leads: the case's last referral that was not returned or cancelled.
base::Result<store::RoleId> hand_back(Context& context, const store::PlanId& plan,
                                      std::int64_t seen, const std::string& task,
                                      const std::string& asker);

}  // namespace hub::service
