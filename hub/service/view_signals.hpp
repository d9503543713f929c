// Signals and proposals to municipal staff (ask for consent, convene a 支援会議): that there is
// something, never what.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/signals.hpp"

namespace hub::service {

/// What nobody has decided yet, the newest first.
void view_signals(store::Reader& reader, std::size_t at_most, const ViewSink& sink);
void view_line_of(store::Reader& reader, const store::Signal& signal, const ViewSink& sink);

}  // namespace hub::service
