// Who is asked about, and what linkage made of all records: in ids, codes and weights.
#pragma once

#include "hub/linkage/score.hpp"
#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

using linkage::in_bits;

/// Pairs of persons whom an officer has to look at, the likeliest first.
Shown review_links(store::Reader& reader, const Looker& looker, std::size_t at_most,
                   const ViewSink& sink);

/// One line for each person record after `after`, at most `at_most`: source, key, person,
/// household. Returns the last row that was seen, or nothing at the end. A record of which only
/// keys are kept is named by its id.
std::optional<store::RecordRow> export_links(store::Reader& reader, const Looker& looker,
                                             store::RecordRow after, std::size_t at_most,
                                             const ViewSink& sink);

}  // namespace hub::service
