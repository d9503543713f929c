// By what the stored links were made: thresholds, rules, weights. Where one of them is another now,
// everything is to be linked anew.
#pragma once

#include <string>
#include <vector>

#include "hub/service/context.hpp"
#include "hub/service/weights.hpp"

namespace hub::service {

/// Each as a short text, to be compared alone.
struct LinkBasis {
  std::string thresholds;
  std::string rules;  ///< of linking and of normalizing
  std::string model;  ///< a hash of the weights
};

LinkBasis basis_of(const Weights& weights, const normalize::Tables& tables);
/// All is linked by it now.
void keep_basis(store::Transaction& tx, const LinkBasis& basis);

/// Which of `thresholds`, `rules`, `model` are others, in this order; `never` where records came
/// before that was kept. Nothing where the stored links are what linking all anew would give. A
/// failure: what the weights' file says can't be read.
base::Result<std::vector<std::string>> why_link_anew(Context& context);

}  // namespace hub::service
