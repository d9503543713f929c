// What an adapter says about itself. The manifest comes from the adapter's process, so it is read
// like any other outside input; every error is reported at once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sdk/wire/schema_version.hpp"

namespace tsunagu::wire {

/// What one delivery of a feed stands for.
enum class Mode {
  full,    ///< the whole: what is not in it is gone
  delta,   ///< changes: what is not in it is unchanged
  append,  ///< additions
};

/// What puts the deliveries of a feed in order, so that an older one after a newer one is noticed.
enum class Order {
  received,  ///< the moment of arrival
  name,      ///< the file name
  content,   ///< the order key that decode gives back
};

/// How long a record key means the same record.
enum class KeyScope {
  lasting,      ///< for ever
  fiscal_year,  ///< the source counts anew each 年度, so the adapter puts the year into the key
};

struct Feed {
  std::string name;
  std::string description;
  Mode mode = Mode::full;
  Order order = Order::received;
  KeyScope key_scope = KeyScope::lasting;
  std::vector<std::string> encodings;  ///< `utf8`, `cp932`, `utf16le`, …: what it may come in
  std::vector<std::string> files;      ///< usual names, as globs: `soudan_*.csv`
};

enum class SettingType { text, integer, boolean, choice, list, map };

struct SettingRule {
  std::string key;
  SettingType type = SettingType::text;
  std::string help;
  std::optional<std::string> otherwise;  ///< the default; absent: none
  bool required = false;
  std::vector<std::string> choices;
};

/// A label that the hub puts on a field whatever the record says: a column filled from taxation, or
/// 要対協 material. With `setting`, only when the source is configured so.
struct LabelRule {
  std::string feed;                  ///< empty: every feed
  std::string kind;                  ///< record kind; empty: every kind
  std::string pointer;               ///< JSON Pointer of the field; empty: the whole record
  std::string item;                  ///< GATE's item name: `tax`, `youtai`, …
  std::vector<std::string> columns;  ///< the source columns that it comes from
  std::string setting;
  std::string equals;
};

/// `tsunagu.draft.recognize/1`: a name, and the revision of what it names.
struct Extension {
  std::string name;
  std::uint32_t revision = 0;
  bool operator==(const Extension&) const = default;
};

struct Manifest {
  std::string id;
  std::string version;
  SchemaVersion schema;  ///< that it was written for; 1.0 where it doesn't say
  std::string name;      ///< in Japanese
  std::string description;
  std::vector<std::string> fields;  ///< 介護 …: `kaigo`
  std::vector<Feed> feeds;
  std::vector<std::string> writes;  ///< record kinds
  std::vector<std::string> pushes;  ///< message kinds
  std::vector<std::string> holds;   ///< what the adapter marks: `tax`, `youtai`, `informant`, …
  std::vector<SettingRule> config;
  std::vector<LabelRule> labels;
  std::vector<Extension> extensions;
};

/// Errors are sentences for an operator, each beginning with its JSON Pointer or setting.
using Errors = std::vector<std::string>;
using Settings = std::vector<std::pair<std::string, std::string>>;

/// Empty errors mean that `manifest` is whole.
Errors read_manifest(std::string_view bytes, Manifest& manifest);

/// Checks a source's settings against the manifest, in the flat form of `tsunagu_setting` (a list
/// repeats its key, a map is `key.name`), and fills in defaults. Empty errors mean that `settings`
/// is what `create` gets.
Errors check_settings(const Manifest& manifest, Settings& settings);

}  // namespace tsunagu::wire
