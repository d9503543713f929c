#include "sdk/conformance/checks.hpp"
#include "tsunagu/adapter.h"

namespace tsunagu::conformance {
namespace {

/// A value that this setting can't take, or empty when it takes any text.
std::string impossible(const wire::SettingRule& rule) {
  switch (rule.type) {
    case wire::SettingType::integer:
      return "twelve";
    case wire::SettingType::boolean:
      return "perhaps";
    case wire::SettingType::choice:
      return "no_such_choice";
    default:
      return {};
  }
}

/// Refused by the check against the manifest, which every host makes, or by the adapter itself.
void must_refuse(Bench& bench, wire::Settings settings, const Words& where, Faults& faults) {
  if (!wire::check_settings(bench.manifest(), settings).empty()) return;
  Guest guest(bench.target());
  const wire::Created created = guest.create(settings);
  if (created.status == TSUNAGU_OK) {
    faults.add(where, {"受け付けてしまいます", "it is taken"});
  } else if (created.text.empty()) {
    faults.add(where, {"理由を示さずに断ります", "it is refused without a message"});
  }
}

}  // namespace

Finding manifest_is_whole(Bench& bench) {
  Faults faults;
  for (const wire::Feed& feed : bench.manifest().feeds) {
    bool sampled = false;
    for (const Sample& sample : bench.samples())
      sampled = sampled || sample.feed == feed.name;
    if (!sampled) faults.add(same(feed.name), {"見本がありません", "has no sample in the plan"});
  }
  for (const Sample& sample : bench.samples()) {
    if (bench.feed_of(sample) == nullptr) {
      faults.add(name_of(sample), {"その受け口はありません", "the manifest has no such feed"});
    }
  }
  return faults.finding();
}

Finding bad_settings_are_refused(Bench& bench) {
  Faults faults;
  must_refuse(bench, {{"no_such_key", "x"}}, same("no_such_key"), faults);
  for (const wire::SettingRule& rule : bench.manifest().config) {
    if (const std::string bad = impossible(rule); !bad.empty()) {
      must_refuse(bench, {{rule.key, bad}}, same(rule.key), faults);
    }
  }
  const auto& named = bench.plan().bad_settings;
  for (std::size_t at = 0; at < named.size(); ++at)
    must_refuse(bench, named[at], same("bad_settings/" + std::to_string(at)), faults);
  return faults.finding();
}

}  // namespace tsunagu::conformance
