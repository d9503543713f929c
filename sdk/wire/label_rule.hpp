// Which of a manifest's labels stand on the records of one feed.
#pragma once

#include "sdk/wire/manifest.hpp"

namespace tsunagu::wire {

/// Whether `rule` holds for `feed`. `settings` as `create` gets them, defaults included.
bool holds_for(const LabelRule& rule, const Settings& settings, std::string_view feed);

}  // namespace tsunagu::wire
