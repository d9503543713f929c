#include "examples/coordinator/json_text.hpp"

// Boost.JSON is compiled here, once.
#include <boost/json/src.hpp>

namespace coordinator {

std::optional<boost::json::value> value_from_text(std::string_view text) {
  boost::json::parser parser;
  boost::json::error_code error;
  parser.write(boost::json::string_view(text.data(), text.size()), error);
  if (error) return std::nullopt;
  return parser.release();
}

std::string text_at(const boost::json::value& object, std::string_view name) {
  if (!object.is_object()) return {};
  const auto* member =
      object.as_object().if_contains(boost::json::string_view(name.data(), name.size()));
  return member != nullptr && member->is_string() ? std::string(member->as_string()) : "";
}

}  // namespace coordinator
