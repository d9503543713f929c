// Why two records are one person or not: to an operator in ids, codes and weights; to the
// municipality's own officers with what both records say, side by side (sides.hpp).
#pragma once

#include <string>

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

struct PairLook {
  Looker looker;
  std::string asker;
  std::string one;  ///< as named_records.hpp reads it
  std::string other;
};

/// Two records, or two persons by their records that agree best: a line of the answer, one for what
/// an officer decided about them, one for each field's weight, and for an officer one for each
/// record and each value. Whom the looker may not see is not there.
base::Result<Shown> explain_link(store::Reader& reader, const Context& context,
                                 const PairLook& look, const ViewSink& sink);

}  // namespace hub::service
