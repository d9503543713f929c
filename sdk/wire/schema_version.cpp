#include "sdk/wire/schema_version.hpp"

#include <charconv>

namespace tsunagu::wire {
namespace {

std::optional<unsigned> number_from(std::string_view text) {
  constexpr std::size_t most_digits = 4;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (text.size() > most_digits || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  return value;
}

}  // namespace

std::optional<SchemaVersion> schema_version_from(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto major_part = number_from(text.substr(0, dot));
  const auto minor_part = number_from(text.substr(dot + 1));
  if (!major_part || !minor_part) return std::nullopt;
  return SchemaVersion{*major_part, *minor_part};
}

std::string text_of(SchemaVersion version) {
  return std::to_string(version.major_part) + "." + std::to_string(version.minor_part);
}

std::string why_unreadable(SchemaVersion version) {
  if (version.major_part == newest_schema.major_part) return {};
  const std::string wanted = text_of(version);
  return "version " + wanted + " of the case schema; this hub reads versions 1.0 to " +
         text_of(newest_schema) + ": take the adapter for one of them, or a hub that reads " +
         wanted;
}

}  // namespace tsunagu::wire
