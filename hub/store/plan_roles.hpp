// 役割分担 of a plan, and its lead agency (主担当).
#pragma once

#include "hub/store/plans.hpp"

namespace hub::store {

using RoleId = base::Id<struct RoleTag>;
using RoleRow = RowId<struct RoleRowTag>;

struct NewRole {
  PlanRow plan;
  std::string agency;  ///< a code of the profile
  bool lead = false;
  bool back = false;  ///< the lead is the referrer, which stays in charge (R-19)
  std::string officer;
  std::string task;  ///< is sealed
};

struct StoredRole {
  RoleRow row;
  RoleId id;
  PlanRow plan;
  std::string agency;
  bool lead = false;
  bool back = false;
  base::UtcMillis since{};
  std::optional<base::UtcMillis> until;
  std::string set_by;
  crypto::Opened task;
};

/// A lead takes the place of the lead before.
RoleId add_role(Transaction& transaction, const NewRole& role);
/// False where it ended before.
bool end_role(Transaction& transaction, RoleRow row);

std::optional<StoredRole> find_role(Reader& reader, const RoleId& id);
/// In the order in which they were given, ended ones too.
std::vector<StoredRole> roles_of(Reader& reader, PlanRow plan);
bool has_role(Reader& reader, PlanRow plan);
bool has_lead(Reader& reader, PlanRow plan);

}  // namespace hub::store
