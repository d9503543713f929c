// Reads what is held of the members of one household, for hub/linkage to find patterns in. Of a
// source that keeps keys only it counts that it knows somebody. What stems from tax assessment or
// collection counts for nothing (地方税法22条).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "hub/linkage/home_facts.hpp"
#include "hub/service/context.hpp"
#include "hub/store/households.hpp"

namespace hub::service {

struct Home {
  linkage::HomeFacts facts{};
  std::vector<store::PersonRow> persons{};  ///< of each member
  /// Of each member: the sections that alone may see them, for they hide (支援措置); of most, none.
  std::vector<std::set<std::string>> owners{};
};

/// Whoever died is no member. Somebody in hiding is one: leave them out by `seen_by`.
Home read_home(store::Reader& reader, const normalize::Tables& tables, const Book& book,
               store::HouseholdRow household, base::UtcMillis at);

/// Without everybody in hiding but those whom `section` may see; with an empty one without all. It
/// is then as if there were no such person.
Home seen_by(const Home& home, const std::string& section);

}  // namespace hub::service
