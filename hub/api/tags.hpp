// What tells whether a thing is still as its reader saw it (RFC 9110, 8.8.3): a plan's revision, or
// else a hash of the whole reading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/service/context.hpp"

namespace hub::api {

inline constexpr std::string_view missing_tag =
    "a change bears If-Match with the ETag that was read";

/// A strong tag, in its quotes. The first line is the thing itself.
std::string tag_of(const std::vector<std::string>& lines);
/// Of a tag that is a revision.
std::optional<std::int64_t> revision_in(std::string_view tag);
/// A plan's, as it is stored.
std::optional<std::int64_t> revision_of(service::Context& context, const std::string& plan);

/// Takes the last line off a page, where it says that more follows: after which row.
std::optional<std::int64_t> take_next(std::vector<std::string>& lines);

}  // namespace hub::api
