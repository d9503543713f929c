// The settings of one source, as the manifest declares them.
#pragma once

#include <charconv>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tsunagu {

/// Thrown by an adapter's constructor when settings that are right one by one don't go together.
/// The text says what to do; it is for the operator.
class ConfigError : public std::runtime_error {
 public:
  ConfigError(std::string key, const std::string& text)
      : std::runtime_error(text), key_(std::move(key)) {}
  [[nodiscard]] const std::string& key() const noexcept { return key_; }

 private:
  std::string key_;
};

/// Already checked against the manifest: only declared keys, required ones present, defaults filled
/// in, types right. Asking for a key as another type than declared is a defect and throws.
class Config {
 public:
  using Settings = std::vector<std::pair<std::string, std::string>>;

  Config() = default;
  explicit Config(Settings settings) : settings_(std::move(settings)) {}

  /// True when the key has a value.
  [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }

  /// A `text` or `choice`; empty when it is optional and absent.
  [[nodiscard]] std::string text(std::string_view key) const {
    const std::string* value = find(key);
    return value ? *value : std::string();
  }

  /// An `integer`; `absent` when it is optional and absent.
  [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t absent = 0) const {
    const std::string* value = find(key);
    if (!value) return absent;
    std::int64_t number = 0;
    const char* end = value->data() + value->size();
    const auto [stop, error] = std::from_chars(value->data(), end, number);
    if (error != std::errc() || stop != end)
      throw ConfigError(std::string(key), "整数ではない値です");
    return number;
  }

  /// A `boolean`; false when it is optional and absent.
  [[nodiscard]] bool boolean(std::string_view key) const { return text(key) == "true"; }

  /// A `list`, in the order it was written in.
  [[nodiscard]] std::vector<std::string> list(std::string_view key) const {
    std::vector<std::string> values;
    for (const auto& [name, value] : settings_) {
      if (name == key) values.push_back(value);
    }
    return values;
  }

  /// A `map` of text to text.
  [[nodiscard]] std::map<std::string, std::string> map(std::string_view key) const {
    const std::string prefix = std::string(key) + ".";
    std::map<std::string, std::string> values;
    for (const auto& [name, value] : settings_) {
      if (name.compare(0, prefix.size(), prefix) == 0) values[name.substr(prefix.size())] = value;
    }
    return values;
  }

  /// The folder of the tables that come with Tsunagu (`config/data`): readable in the constructor
  /// only, because afterwards the process can open no file.
  [[nodiscard]] const std::string& data_dir() const noexcept { return data_dir_; }
  void set_data_dir(std::string folder) { data_dir_ = std::move(folder); }

 private:
  [[nodiscard]] const std::string* find(std::string_view key) const {
    for (const auto& [name, value] : settings_) {
      if (name == key) return &value;
    }
    return nullptr;
  }

  Settings settings_;
  std::string data_dir_;
};

}  // namespace tsunagu
