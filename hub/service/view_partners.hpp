// Partners: who is on the list, and how delivery to each goes.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

/// The configured ones in the profile's order, then desks' own systems that were delivered to.
void view_partners(store::Reader& reader, const Book& book, const ViewSink& sink);

}  // namespace hub::service
