#include <algorithm>
#include <charconv>

#include "sdk/wire/manifest.hpp"
#include "tsunagu/json/check.hpp"

namespace tsunagu::wire {
namespace {

/// The key before a map's dot.
std::string_view stem_of(std::string_view key) {
  return key.substr(0, key.find('.'));
}

const SettingRule* rule_of(const Manifest& manifest, std::string_view key) {
  for (const SettingRule& rule : manifest.config) {
    const bool same = rule.type == SettingType::map ? rule.key == stem_of(key) : rule.key == key;
    if (same) return &rule;
  }
  return nullptr;
}

std::string unknown_key(const Manifest& manifest, std::string_view key) {
  std::vector<std::string_view> known;
  for (const SettingRule& rule : manifest.config)
    known.push_back(rule.key);
  const std::string_view near = json::closest(stem_of(key), known);
  std::string text = std::string(key) + ": the adapter " + manifest.id + " has no such key";
  if (!near.empty()) text += "; did you mean " + std::string(near) + "?";
  return text;
}

bool is_integer(std::string_view text) {
  std::int64_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && stop == text.data() + text.size();
}

/// What is wrong with a value, or empty.
std::string wrong_value(const SettingRule& rule, const std::string& key, const std::string& value) {
  switch (rule.type) {
    case SettingType::integer:
      return is_integer(value) ? "" : key + ": wants a whole number";
    case SettingType::boolean:
      return value == "true" || value == "false" ? "" : key + ": wants true or false";
    case SettingType::choice: {
      const auto& all = rule.choices;
      if (std::find(all.begin(), all.end(), value) != all.end()) return {};
      std::string text = key + ": wants one of";
      for (const std::string& one : all)
        text += " " + one;
      return text;
    }
    case SettingType::map:
      return key.size() > rule.key.size() + 1 ? "" : key + ": wants names with values";
    case SettingType::text:
    case SettingType::list:
      return {};
  }
  return {};
}

bool given(const Settings& settings, const SettingRule& rule) {
  return std::any_of(settings.begin(), settings.end(), [&](const auto& setting) {
    return setting.first == rule.key ||
           (rule.type == SettingType::map && stem_of(setting.first) == rule.key);
  });
}

void check_one(const Manifest& manifest, const Settings& settings, std::size_t at, Errors& errors) {
  const auto& [key, value] = settings[at];
  const SettingRule* rule = rule_of(manifest, key);
  if (rule == nullptr) {
    errors.push_back(unknown_key(manifest, key));
    return;
  }
  if (std::string wrong = wrong_value(*rule, key, value); !wrong.empty()) {
    errors.push_back(std::move(wrong));
  }
  const auto end = settings.begin() + static_cast<std::ptrdiff_t>(at);
  const bool again = std::any_of(
      settings.begin(), end, [&, name = &key](const auto& other) { return other.first == *name; });
  if (again && rule->type != SettingType::list) errors.push_back(key + ": stands there twice");
}

}  // namespace

Errors check_settings(const Manifest& manifest, Settings& settings) {
  Errors errors;
  for (std::size_t at = 0; at < settings.size(); ++at)
    check_one(manifest, settings, at, errors);
  for (const SettingRule& rule : manifest.config) {
    if (given(settings, rule)) continue;
    if (rule.otherwise) {
      settings.emplace_back(rule.key, *rule.otherwise);
    } else if (rule.required) {
      errors.push_back(rule.key + ": is missing; " + rule.help);
    }
  }
  return errors;
}

}  // namespace tsunagu::wire
