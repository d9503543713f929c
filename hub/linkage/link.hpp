// Who is the same person: all records of a municipality at once.
#pragma once

#include <vector>

#include "hub/linkage/cluster.hpp"

namespace hub::linkage {

struct Links {
  /// Of each record, the record with the smallest id of its person.
  std::vector<Place> person{};
  /// The review list: pairs of persons, each once with its strongest question, the strongest first.
  std::vector<Question> questions{};
  GiantBlocks giants{};
  std::size_t stand_in_numbers = 0;
};

/// Deterministic bonds first (officers, then numbers), then likeness. The same for any order of the
/// records and any number of threads. For 1,000,000 records 1.0 to 1.3 s on one thread.
Links link_all(const Population& population, const Scorer& scorer, const Settings& settings,
               const Decisions& decisions);

/// Of questions about records those about persons, each pair once; what persons became one since is
/// left out.
std::vector<Question> questions_about_persons(const Population& population,
                                              const std::vector<Place>& person,
                                              const Decisions& decisions,
                                              std::vector<Question> questions);

}  // namespace hub::linkage
