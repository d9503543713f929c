// Which version of the common case schema an adapter was written for: `schema` of its manifest.
// What is promised between versions stands in sdk/schema/README.md.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tsunagu::wire {

struct SchemaVersion {
  unsigned major_part = 1;
  unsigned minor_part = 0;
  auto operator<=>(const SchemaVersion&) const = default;
};

/// What this hub's documents (sdk/schema) say.
inline constexpr SchemaVersion newest_schema{1, 1};

/// "1.1"; nothing for what is no version.
std::optional<SchemaVersion> schema_version_from(std::string_view text);
std::string text_of(SchemaVersion version);

/// Empty where this hub reads what such an adapter writes; else the sentence that says why not. A
/// later minor version is read: members that are not known here are kept, warned of, and never
/// leave.
std::string why_unreadable(SchemaVersion version);

}  // namespace tsunagu::wire
