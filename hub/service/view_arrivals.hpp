// Deliveries: where each stands, what it brought, and what of it could not be used.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/rejects.hpp"

namespace hub::service {

/// The newest first. `open_only`: what is not finished, the oldest first.
void view_arrivals(store::Reader& reader, bool open_only, std::size_t at_most,
                   const ViewSink& sink);
base::Result<> view_arrival(store::Reader& reader, const base::ArrivalId& id, const ViewSink& sink);

/// Deliveries that have rejects or warnings.
void view_reject_counts(store::Reader& reader, std::size_t at_most, const ViewSink& sink);
/// One line of kind `reject` or `warning`: line, column, code and reason; never the row itself.
void put_remark(std::string_view kind, const store::Reject& remark, const ViewSink& sink);
/// Rejects, then warnings.
base::Result<> view_rejects(store::Reader& reader, const base::ArrivalId& id, std::size_t at_most,
                            const ViewSink& sink);

/// Where a 個人番号 was found (番号法20条), and that its bytes are gone.
void view_quarantine(store::Reader& reader, std::size_t at_most, const ViewSink& sink);

}  // namespace hub::service
