// モニタリング: how a plan goes, and what whoever looked proposes.
#pragma once

#include "hub/store/plans.hpp"

namespace hub::store {

using MonitoringId = base::Id<struct MonitoringTag>;

struct NewMonitoring {
  PlanRow plan;
  std::string held_on;   ///< ISO day
  std::string proposal;  ///< continue, change, suspend, close
  std::string next_due;  ///< ISO day
  std::string officer;
  std::string note;  ///< is sealed
};

struct StoredMonitoring {
  MonitoringId id;
  std::string held_on;
  std::string proposal;
  std::string next_due;
  std::string officer;
  crypto::Opened note;
};

MonitoringId add_monitoring(Transaction& transaction, const NewMonitoring& monitoring);
/// The oldest first.
std::vector<StoredMonitoring> monitorings_of(Reader& reader, PlanRow plan);

}  // namespace hub::store
