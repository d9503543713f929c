// Why records are one person or not, who is asked about, and what linkage made of all records: for
// operators, in ids, codes and weights.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// Two records, or two persons by their records that agree best: a line of the answer and one for
/// each field. `a`, `b`: the id of a record or a person, or `source/key` as `link export` names a
/// record. Whom the looker may not see is not there.
base::Result<Shown> explain_link(store::Reader& reader, const Context& context,
                                 const Looker& looker, std::string_view a, std::string_view b,
                                 const ViewSink& sink);

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
