// Why two records are one person or not, in parts that another says in words.
#pragma once

#include <array>
#include <vector>

#include "hub/linkage/cluster.hpp"

namespace hub::linkage {

enum class Answer : std::uint8_t { same, perhaps, different };

struct FieldReason {
  Field field = Field::family;
  std::uint8_t level = 0;  ///< level_name(field, level) is its word; 0: one of them doesn't say
  Score weight = 0;        ///< above 0 speaks for one person
  bool rare = false;       ///< a value that few bear, so that it says more
};

/// Of a pair alone. Who else belongs to their persons may still keep them apart or join them: see
/// the questions of `Links`.
struct Explanation {
  Answer answer = Answer::different;
  Score score = 0;  ///< all weights and the prior
  Score prior = 0;
  /// The other possibility that was weighed against: two of one household, or strangers.
  Origin against = Origin::strangers;
  std::array<FieldReason, field_count> fields{};
  Told told = Told::nothing;       ///< by numbers; "same" and "apart" decide
  Score number_weight = 0;         ///< of two numbers that only speak against
  bool clash = false;              ///< given name, birthday and sex say "two persons"
  bool contradicted = false;       ///< by given name or birthday: likeness only asks
  bool name_alone = false;         ///< nothing else agrees: likeness only asks
  bool joined_by_officer = false;  ///< outdoes all else but the next
  bool told_apart_by_officer = false;
};

/// Of several names the ones that agree best.
Explanation explain(const ClusterInput& input, Place a, Place b);

}  // namespace hub::linkage
