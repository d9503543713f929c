#include "hub/daemon/admin_request.hpp"

#include <algorithm>
#include <filesystem>

#include "hub/base/limits.hpp"

namespace hub::daemon {
namespace {

constexpr std::int64_t usual_lines = 200;
constexpr std::int64_t most_lines = 10'000;

}  // namespace

AdminRequest::AdminRequest(const std::string& json) {
  auto parsed = tsunagu::json::parse_untrusted(
      json, {.bytes = base::limits::other_body_bytes, .depth = base::limits::json_depth});
  if (parsed.ok()) document_ = std::move(parsed).take();
}

std::string AdminRequest::text(std::string_view key) const {
  return std::string(document_.root().find(key).text());
}

bool AdminRequest::flag(std::string_view key) const {
  const auto value = document_.root().find(key);
  return value.is(tsunagu::json::Type::boolean) && value.boolean();
}

std::size_t AdminRequest::limit() const {
  const auto value = document_.root().find("limit");
  if (!value.is(tsunagu::json::Type::integer)) return usual_lines;
  return static_cast<std::size_t>(std::clamp<std::int64_t>(value.integer(), 1, most_lines));
}

base::Result<std::string> AdminRequest::needed(std::string_view key) const {
  auto value = text(key);
  if (!value.empty()) return value;
  return base::fail(base::Kind::invalid, "/" + std::string(key) + ": is missing");
}

base::Result<std::string> AdminRequest::absolute_path(std::string_view key) const {
  auto path = needed(key);
  if (!path || std::filesystem::path(*path).is_absolute()) return path;
  return base::fail(base::Kind::invalid, "/" + std::string(key) + ": must be an absolute path");
}

base::Failure AdminRequest::no_id(std::string_view key) {
  return base::fail(base::Kind::invalid, "/" + std::string(key) +
                                             ": is no id; ids look like "
                                             "01890a5d-ac96-774b-bcce-b302099a8057");
}

}  // namespace hub::daemon
