// Names at the front of a text, the longest first.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tsunagu/text/utf8.hpp"

namespace hub::normalize {

/// Read-only once filled; any thread.
template <class Value>
class Prefixes {
 public:
  /// What stands under that name, made anew where nothing did.
  Value& operator[](std::string_view name) {
    auto& bucket = buckets_[first_of(name)];
    const auto known = std::find_if(bucket.begin(), bucket.end(),
                                    [name](const Entry& entry) { return entry.name == name; });
    if (known != bucket.end()) return known->value;
    const auto behind = std::find_if(bucket.begin(), bucket.end(), [name](const Entry& entry) {
      return entry.name.size() < name.size();
    });
    return bucket.insert(behind, Entry{std::string(name), {}})->value;
  }

  /// Calls `use(bytes, value)` for each name at the front, from the longest, until it says true.
  template <class Use>
  void each_at(std::string_view front, Use use) const {
    if (front.empty()) return;
    const auto bucket = buckets_.find(first_of(front));
    if (bucket == buckets_.end()) return;
    for (const auto& entry : bucket->second) {
      if (!front.starts_with(entry.name)) continue;
      if (use(entry.name.size(), entry.value)) return;
    }
  }

 private:
  struct Entry {
    std::string name;
    Value value;
  };

  static char32_t first_of(std::string_view name) noexcept {
    std::size_t at = 0;
    return name.empty() ? 0 : tsunagu::text::next(name, at);
  }

  std::unordered_map<char32_t, std::vector<Entry>> buckets_;
};

}  // namespace hub::normalize
