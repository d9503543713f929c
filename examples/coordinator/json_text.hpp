// Small helpers over Boost.JSON.
#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace coordinator {

/// Nothing if it is not JSON.
std::optional<boost::json::value> value_from_text(std::string_view text);
/// The string member of that name, or empty.
std::string text_at(const boost::json::value& object, std::string_view name);

}  // namespace coordinator
