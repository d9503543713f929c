#include "hub/api/tags.hpp"

#include <charconv>

#include "hub/crypto/sha256.hpp"
#include "hub/store/plans.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::api {
namespace {

constexpr std::size_t tag_bytes = 12;

}  // namespace

std::string tag_of(const std::vector<std::string>& lines) {
  if (!lines.empty()) {
    const auto parsed = tsunagu::json::parse_untrusted(lines.front());
    if (parsed.ok() && parsed.root().find("kind").text() == "plan" &&
        parsed.root().find("revision").exists())
      return '"' + std::to_string(parsed.root().find("revision").integer()) + '"';
  }
  crypto::Sha256 hash;
  for (const auto& line : lines) {
    hash.add(line);
    hash.add("\n");
  }
  const auto digest = hash.finish();
  return '"' + crypto::to_hex(crypto::ByteView(digest).first(tag_bytes)) + '"';
}

std::optional<std::int64_t> revision_in(std::string_view tag) {
  if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"') return std::nullopt;
  const auto digits = tag.substr(1, tag.size() - 2);
  std::int64_t revision = 0;
  const auto* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, revision);
  return read.ec == std::errc() && read.ptr == end ? std::optional(revision) : std::nullopt;
}

std::optional<std::int64_t> revision_of(service::Context& context, const std::string& plan) {
  using Revision = std::optional<std::int64_t>;
  const auto id = store::PlanId::parse(plan);
  if (!id) return std::nullopt;
  const auto found = context.db.read([&](store::Reader& reader) -> base::Result<Revision> {
    const auto stored = store::find_plan(reader, *id);
    return stored ? Revision(stored->revision) : std::nullopt;
  });
  return found ? *found : std::nullopt;
}

std::optional<std::int64_t> take_next(std::vector<std::string>& lines) {
  if (lines.empty()) return std::nullopt;
  const auto parsed = tsunagu::json::parse_untrusted(lines.back());
  if (!parsed.ok() || parsed.root().find("kind").text() != "next") return std::nullopt;
  const auto after = parsed.root().find("after").integer();
  lines.pop_back();
  return after;
}

}  // namespace hub::api
