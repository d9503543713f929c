// Brings the stored households to what was settled: a household stays with those of whom most live
// in it already, so that whoever looks it up finds it again.
#pragma once

#include <map>
#include <vector>

#include "hub/linkage/homes.hpp"
#include "hub/linkage/resident.hpp"
#include "hub/store/households.hpp"

namespace hub::service {

/// Where somebody belongs.
struct Placed {
  store::PersonRow person;
  linkage::Place group = 0;  ///< the same for all of one household
  linkage::HomeRule rule{};
  linkage::Residence now{};
  bool hidden = false;
  bool moved = false;  ///< something about this person changed
};

class Memberships {
 public:
  /// Borrows.
  explicit Memberships(store::Transaction& tx) : tx_(tx) {}

  void add(const Placed& one);
  /// Writes what is not so already. Returns the households in which anything changed.
  std::vector<store::HouseholdRow> keep();

 private:
  struct Group {
    std::vector<Placed> persons{};
    store::HouseholdRow household{};
  };
  /// A group that may keep a household.
  struct Claim {
    store::HouseholdRow household;
    std::size_t group = 0;
    std::size_t persons = 0;  ///< who live in it already
    bool open_case = false;
    bool stays = false;  ///< among them somebody of whom nothing changed
    store::PersonRow first;
  };
  [[nodiscard]] std::vector<Claim> claims();
  void give(const std::vector<Claim>& claims);
  void settle(const Placed& one, store::HouseholdRow household);
  [[nodiscard]] bool left_by_moving(const Placed& one, store::HouseholdRow household) const;

  store::Transaction& tx_;
  std::vector<Group> groups_;
  std::map<linkage::Place, std::size_t> group_of_;
  std::map<store::PersonRow, std::vector<store::Member>> before_;
  std::map<store::PersonRow, linkage::Residence> now_;
  std::map<store::HouseholdRow, std::vector<store::PersonRow>> lived_;
  std::vector<store::HouseholdRow> changed_;
};

}  // namespace hub::service
