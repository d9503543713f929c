// From pairs to persons: the strongest bonds first, and none that would join what must stay apart.
#pragma once

#include <span>
#include <vector>

#include "hub/linkage/decisions.hpp"
#include "hub/linkage/edges.hpp"

namespace hub::linkage {

/// Why an edge joined nobody although it was strong enough, or was not strong enough.
enum class Doubt : std::uint8_t {
  likeness,  ///< "perhaps"
  clash,     ///< given name, birthday and sex of two who would come together say "two persons"
  numbers,   ///< two numbers of a system in which nobody has two
  size,      ///< too many records for one person
};

/// For the review list: two records whose persons stayed two.
struct Question {
  Place a = 0;
  Place b = 0;
  Score score = 0;
  Doubt doubt = Doubt::likeness;
};

/// What the clusters are made from; all of it is needed to make them again the same.
struct ClusterInput {
  const Population& population;
  const Scorer& scorer;
  const Settings& settings;
  const Decisions& decisions;
};

/// A pure function of the edges of one connected part (officers, numbers and likeness, "perhaps"
/// left out): the order in which they come is of no account, ties are broken by ids.
///
/// `person[record]` becomes the place of the record with the smallest id of its person. Records
/// told apart by an officer never come together; neither do two numbers of one system, more records
/// than a person may have, or two whose given name, birthday and sex clash, whoever stands between
/// them; an officer's "one person" outdoes all but the first. Nor does likeness to a record without
/// a birthday bring those together whose birthdays contradict each other: namesakes of one house.
void settle_part(const ClusterInput& input, std::span<Edge> edges, std::vector<Place>& person,
                 std::vector<Question>& questions);

}  // namespace hub::linkage
