#include "sdk/wire/label_rule.hpp"

#include <algorithm>

namespace tsunagu::wire {

bool holds_for(const LabelRule& rule, const Settings& settings, std::string_view feed) {
  if (!rule.feed.empty() && rule.feed != feed) return false;
  if (rule.setting.empty()) return true;
  const auto found = std::find_if(settings.begin(), settings.end(), [&rule](const auto& setting) {
    return setting.first == rule.setting;
  });
  return (found == settings.end() ? std::string_view() : found->second) == rule.equals;
}

}  // namespace tsunagu::wire
