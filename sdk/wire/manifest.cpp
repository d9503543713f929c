#include "sdk/wire/manifest.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "sdk/wire/extensions.hpp"
#include "sdk/wire/manifest_shape.hpp"
#include "tsunagu/json/check.hpp"
#include "tsunagu/json/parse.hpp"

namespace tsunagu::wire {
namespace {

using json::View;

std::vector<std::string> texts(View list) {
  std::vector<std::string> all;
  for (const View element : list)
    all.emplace_back(element.text());
  return all;
}

std::string text(View object, std::string_view name) {
  return std::string(object.find(name).text());
}

/// The place of a checked choice in its list, which is the enumerator's value.
template <class Enum, std::size_t count>
Enum choice(View value, const std::array<std::string_view, count>& names, Enum otherwise) {
  if (!value.exists()) return otherwise;
  const auto found = std::find(names.begin(), names.end(), value.text());
  return static_cast<Enum>(found - names.begin());
}

Feed feed_from(View view) {
  return {text(view, "name"),
          text(view, "description"),
          choice(view.find("mode"), manifest_shape::modes, Mode::full),
          choice(view.find("order"), manifest_shape::orders, Order::received),
          choice(view.find("key_scope"), manifest_shape::key_scopes, KeyScope::lasting),
          texts(view.find("encodings")),
          texts(view.find("files"))};
}

SettingRule setting_from(View view) {
  SettingRule rule{text(view, "key"),
                   choice(view.find("type"), manifest_shape::types, SettingType::text),
                   text(view, "help"),
                   std::nullopt,
                   view.find("required").boolean(),
                   texts(view.find("choices"))};
  if (view.find("default").exists()) rule.otherwise = text(view, "default");
  return rule;
}

LabelRule label_from(View view) {
  return {text(view, "feed"),  text(view, "kind"),          text(view, "pointer"),
          text(view, "item"),  texts(view.find("columns")), text(view, "setting"),
          text(view, "equals")};
}

Manifest manifest_from(View root) {
  Manifest manifest{text(root, "id"),
                    text(root, "version"),
                    schema_version_from(root.find("schema").text()).value_or(SchemaVersion{}),
                    text(root, "name"),
                    text(root, "description"),
                    texts(root.find("fields")),
                    {},
                    texts(root.find("writes")),
                    texts(root.find("pushes")),
                    texts(root.find("holds")),
                    {},
                    {},
                    {}};
  for (const View feed : root.find("feeds"))
    manifest.feeds.push_back(feed_from(feed));
  for (const View rule : root.find("config"))
    manifest.config.push_back(setting_from(rule));
  for (const View rule : root.find("labels"))
    manifest.labels.push_back(label_from(rule));
  for (const View one : root.find("extensions"))
    manifest.extensions.push_back(extension_from(one.text()));
  return manifest;
}

bool has_feed(const Manifest& manifest, const std::string& name) {
  return std::any_of(manifest.feeds.begin(), manifest.feeds.end(),
                     [&](const Feed& feed) { return feed.name == name; });
}

bool has_key(const Manifest& manifest, const std::string& key) {
  return std::any_of(manifest.config.begin(), manifest.config.end(),
                     [&](const SettingRule& rule) { return rule.key == key; });
}

/// What no shape can say: names that must be declared, and only once.
Errors cross_check(const Manifest& manifest) {
  Errors errors;
  std::set<std::string> seen;
  for (const Feed& feed : manifest.feeds) {
    if (!seen.insert("feed " + feed.name).second) {
      errors.push_back("/feeds: " + feed.name + " stands there twice");
    }
  }
  for (const SettingRule& rule : manifest.config) {
    if (!seen.insert("key " + rule.key).second) {
      errors.push_back("/config: " + rule.key + " stands there twice");
    }
    if ((rule.type == SettingType::choice) == rule.choices.empty()) {
      errors.push_back("/config: " + rule.key + ": choices belong to the type choice");
    }
  }
  for (const Extension& one : manifest.extensions) {
    if (one.revision == 0) {
      errors.push_back("/extensions: " + one.name + ": an extension is written NAME/REVISION");
    } else if (!seen.insert("extension " + one.name).second) {
      errors.push_back("/extensions: " + one.name + " stands there twice");
    }
  }
  for (const LabelRule& rule : manifest.labels) {
    if (!rule.feed.empty() && !has_feed(manifest, rule.feed)) {
      errors.push_back("/labels: " + rule.feed + " is no feed");
    }
    if (!rule.setting.empty() && !has_key(manifest, rule.setting)) {
      errors.push_back("/labels: " + rule.setting + " is no config key");
    }
  }
  return errors;
}

void check_schema(View stated, Errors& errors) {
  if (!stated.exists()) return;
  const auto version = schema_version_from(stated.text());
  if (!version) {
    errors.push_back("/schema: wanted MAJOR.MINOR, such as " + text_of(newest_schema));
  } else if (const auto why = why_unreadable(*version); !why.empty()) {
    errors.push_back("/schema: " + why);
  }
}

}  // namespace

Errors read_manifest(std::string_view bytes, Manifest& manifest) {
  const json::Parsed parsed = json::parse_untrusted(bytes);
  if (!parsed.ok()) return {parsed.failure().text()};
  const json::Problems problems =
      json::check(parsed.root(), manifest_shape::manifest, json::Unknown::refuse);
  Errors errors;
  for (const json::Problem& problem : problems.errors())
    errors.push_back(problem.line());
  if (!errors.empty()) return errors;
  manifest = manifest_from(parsed.root());
  errors = cross_check(manifest);
  check_schema(parsed.root().find("schema"), errors);
  return errors;
}

}  // namespace tsunagu::wire
