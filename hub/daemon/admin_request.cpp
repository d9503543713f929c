#include "hub/daemon/admin_request.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "hub/base/limits.hpp"

namespace hub::daemon {
namespace {

constexpr std::int64_t usual_lines = 200;
constexpr std::int64_t most_lines = 10'000;

/// 2026-04-10, exactly.
std::optional<std::chrono::year_month_day> day_from(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  unsigned parts[3] = {};
  const std::string_view digits[] = {text.substr(0, 4), text.substr(5, 2), text.substr(8, 2)};
  for (std::size_t at = 0; at < 3; ++at) {
    const auto end = digits[at].data() + digits[at].size();
    if (std::from_chars(digits[at].data(), end, parts[at]).ptr != end) return std::nullopt;
  }
  const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(parts[0])),
                                        std::chrono::month(parts[1]), std::chrono::day(parts[2])};
  return day.ok() ? std::optional(day) : std::nullopt;
}

}  // namespace

AdminRequest::AdminRequest(const std::string& json) {
  auto parsed = tsunagu::json::parse_untrusted(
      json, {.bytes = base::limits::other_body_bytes, .depth = base::limits::json_depth});
  if (parsed.ok()) document_ = std::move(parsed).take();
}

bool AdminRequest::has(std::string_view key) const {
  return document_.root().find(key).exists();
}

std::string AdminRequest::text(std::string_view key) const {
  return std::string(document_.root().find(key).text());
}

bool AdminRequest::flag(std::string_view key) const {
  const auto value = document_.root().find(key);
  return value.is(tsunagu::json::Type::boolean) && value.boolean();
}

std::vector<std::string> AdminRequest::list(std::string_view key) const {
  std::vector<std::string> out;
  for (const auto value : document_.root().find(key))
    out.emplace_back(value.text());
  return out;
}

base::Result<std::optional<std::chrono::year_month_day>> AdminRequest::day(
    std::string_view key) const {
  const auto typed = text(key);
  if (typed.empty()) return std::optional<std::chrono::year_month_day>();
  const auto day = day_from(typed);
  if (day) return day;
  return base::fail(base::Kind::invalid,
                    "/" + std::string(key) + ": is no day; write it as 2026-04-10");
}

std::optional<std::int64_t> AdminRequest::number(std::string_view key) const {
  const auto typed = text(key);
  const auto* const end = typed.data() + typed.size();
  std::int64_t number = 0;
  const auto read = std::from_chars(typed.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

base::Result<> AdminRequest::only(const std::vector<std::string_view>& keys) const {
  for (const auto value : document_.root()) {
    if (std::find(keys.begin(), keys.end(), value.key()) == keys.end())
      return base::fail(base::Kind::invalid, "/: holds a member that this verb does not know");
  }
  return {};
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
