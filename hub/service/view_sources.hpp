// The configured sources and their feeds: paused or not, and how far each was read.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

/// All of them, or the one of that code.
void view_sources(store::Reader& reader, const Book& book, const ViewSink& sink,
                  std::string_view code = {});

}  // namespace hub::service
