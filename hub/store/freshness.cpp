#include "hub/store/freshness.hpp"

namespace hub::store {

std::optional<base::UtcMillis> applied_at(Reader& reader, std::string_view source) {
  const auto at = reader.integer(
      "SELECT applied_at FROM feeds WHERE id = (SELECT min(f.id) FROM sources s "
      "JOIN feeds f ON f.source = s.id WHERE s.name = ?)",
      {source});
  return at ? std::optional(base::utc_from_millis(*at)) : std::nullopt;
}

}  // namespace hub::store
