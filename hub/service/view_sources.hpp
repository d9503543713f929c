// The configured sources and their feeds: paused or not, and how far each was read.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

void view_sources(store::Reader& reader, const Book& book, const ViewSink& sink);

}  // namespace hub::service
