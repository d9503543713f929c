// How fresh a source is, asked for each decision of the gate.
#pragma once

#include <optional>
#include <string_view>

#include "hub/base/clock.hpp"
#include "hub/store/reader.hpp"

namespace hub::store {

/// When the source's first feed was last applied; nothing where it never was, or is not known.
std::optional<base::UtcMillis> applied_at(Reader& reader, std::string_view source);

}  // namespace hub::store
