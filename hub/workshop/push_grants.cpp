#include "hub/workshop/push_grants.hpp"

#include <algorithm>

#include "hub/adapter/adapter_file.hpp"
#include "hub/profile/nearest.hpp"
#include "hub/workshop/subject.hpp"

namespace hub::workshop {
namespace {

using profile::Problems;
using profile::Source;

bool writes_back(const Source& source) {
  return std::any_of(source.feeds.begin(), source.feeds.end(),
                     [](const profile::Feed& feed) { return !feed.drop_back.empty(); });
}

SubjectWish wish_of(const Source& source, const std::filesystem::path& adapters) {
  SubjectWish wish;
  wish.module = adapter::adapter_file(adapters, source.adapter);
  wish.settings = profile::config_settings(source);
  if (source.provenance == profile::Provenance::tax)
    wish.settings.emplace_back("provenance", "tax");
  return wish;
}

}  // namespace

void compare_grants(const Source& source, const std::vector<std::string>& pushes,
                    Problems& warnings) {
  for (const auto& granted : source.may_push) {
    if (std::find(pushes.begin(), pushes.end(), granted.code) != pushes.end()) continue;
    const std::vector<std::string_view> known(pushes.begin(), pushes.end());
    warnings.add(granted.at, "push_unknown",
                 {"アダプターは「" + granted.code + "」を書き戻せません。",
                  "the adapter can't push \"" + granted.code + "\""},
                 profile::nearest(granted.code, known));
  }
  for (const auto& kind : pushes) {
    const bool granted = std::any_of(source.may_push.begin(), source.may_push.end(),
                                     [&kind](const auto& one) { return one == kind; });
    if (granted) continue;
    warnings.add(source.at, "push_not_granted",
                 {"アダプターは「" + kind + "」を書き戻せますが、許可(may_push)がありません。",
                  "the adapter could push \"" + kind + "\", but may_push does not grant it"});
  }
}

Problems compare_grants(const profile::Configuration& configuration,
                        const std::filesystem::path& program, profile::Language language) {
  Problems warnings;
  for (const Source& source : configuration.profile.sources) {
    if (!writes_back(source)) continue;
    const auto wish = wish_of(source, configuration.settings.adapters);
    const auto subject = Subject::open(wish, program, language);
    if (subject) {
      compare_grants(source, (*subject)->manifest().pushes, warnings);
    } else {
      warnings.add(source.at, "adapter_not_asked",
                   {"アダプターに聞けません: " + subject.error().text(),
                    "its adapter can't be asked: " + subject.error().text()});
    }
  }
  return warnings;
}

}  // namespace hub::workshop
