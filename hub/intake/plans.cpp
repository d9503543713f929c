#include "hub/intake/plans.hpp"

#include <algorithm>

#include "hub/adapter/adapter_file.hpp"
#include "hub/base/limits.hpp"
#include "sdk/wire/label_rule.hpp"

namespace hub::intake {
namespace {

using service::FeedMode;
using service::FeedOrder;
using service::FeedPlan;
namespace wire = tsunagu::wire;

FeedMode mode_of(wire::Mode mode) {
  switch (mode) {
    case wire::Mode::full:
      return FeedMode::full;
    case wire::Mode::delta:
      return FeedMode::delta;
    case wire::Mode::append:
      return FeedMode::append;
  }
  return FeedMode::append;
}

FeedOrder order_of(wire::Order order) {
  switch (order) {
    case wire::Order::received:
      return FeedOrder::received;
    case wire::Order::name:
      return FeedOrder::name;
    case wire::Order::content:
      return FeedOrder::content;
  }
  return FeedOrder::received;
}

std::vector<service::ManifestLabel> labels_of(const wire::Manifest& manifest,
                                              const wire::Settings& settings,
                                              const std::string& feed) {
  std::vector<service::ManifestLabel> labels;
  for (const auto& rule : manifest.labels) {
    if (!wire::holds_for(rule, settings, feed)) continue;
    service::ManifestLabel label{std::nullopt, rule.pointer, domain::item_from(rule.item)};
    if (!rule.kind.empty()) label.kind = domain::record_kind_from(rule.kind);
    labels.push_back(std::move(label));
  }
  return labels;
}

FeedPlan plan_of(const profile::Source& source, const profile::Profile& profile) {
  FeedPlan plan;
  plan.source = source.code;
  plan.owner = source.owner.code;
  plan.field = source.field.code;
  plan.lgcode5 = profile.municipality.code.substr(0, 5);
  plan.kind = source.kind;
  plan.scope = source.scope;
  plan.numbers_of_others = {profile.sources, source};
  return plan;
}

wire::Settings settings_of(const profile::Source& source) {
  wire::Settings settings = profile::config_settings(source);
  if (source.provenance == profile::Provenance::tax) settings.emplace_back("provenance", "tax");
  return settings;
}

/// What the profile expects must be among what the adapter can read.
base::Result<> check_encodings(const profile::Source& source, const profile::Feed& feed,
                               const wire::Feed& offered) {
  for (const auto& encoding : feed.encodings) {
    if (std::count(offered.encodings.begin(), offered.encodings.end(), encoding) == 0) {
      return base::fail(base::Kind::invalid, "source " + source.code + ", feed " + feed.name +
                                                 ": the adapter does not read " + encoding);
    }
  }
  return {};
}

adapter::Budget budget_of(const profile::AdapterLimits& limits) {
  using std::chrono::milliseconds;
  return {.start = milliseconds(limits.start_ms),
          .idle = milliseconds(limits.idle_ms),
          .exchange = milliseconds(limits.exchange_ms),
          .cpu_seconds = limits.cpu_s,
          .memory_bytes = static_cast<std::uint64_t>(limits.memory_bytes),
          .deaths_to_quarantine = static_cast<int>(limits.deaths_to_quarantine),
          .first_pause = milliseconds(limits.first_pause_ms),
          .longest_pause = milliseconds(limits.longest_pause_ms)};
}

}  // namespace

adapter::Launch launch_of(const profile::Source& source, const profile::Settings& settings,
                          const Places& places) {
  adapter::Launch launch;
  launch.source = source.code;
  launch.program = places.host;
  launch.adapter = adapter::adapter_file(settings.adapters, source.adapter);
  launch.data_dir = places.data_dir;
  launch.adapter_id = source.adapter;
  launch.settings = settings_of(source);
  for (const auto& kind : source.may_push)
    launch.may_push.push_back(kind.code);
  launch.budget =
      budget_of(profile::limits_in_force(source.adapter_limits, settings.adapter_limits));
  if (!settings.adapter_keepers.empty())
    launch.keeper = settings.adapter_keepers / (source.code + ".sock");
  launch.trust.publishers = settings.publishers.keys;
  launch.trust.signed_only = source.signed_only.value_or(settings.signed_only);
  return launch;
}

base::Result<std::vector<FeedPlan>> plans_of(const profile::Source& source,
                                             const profile::Profile& profile,
                                             const profile::Settings& settings,
                                             const wire::Manifest& manifest) {
  auto filled = settings_of(source);
  if (const auto errors = wire::check_settings(manifest, filled); !errors.empty()) {
    return base::fail(base::Kind::invalid, "source " + source.code + ": " + errors.front());
  }
  std::vector<FeedPlan> plans;
  for (const auto& feed : source.feeds) {
    const auto known =
        std::find_if(manifest.feeds.begin(), manifest.feeds.end(),
                     [&feed](const wire::Feed& offered) { return offered.name == feed.name; });
    if (known == manifest.feeds.end()) {
      return base::fail(base::Kind::invalid, "source " + source.code + ": adapter " + manifest.id +
                                                 " has no feed " + feed.name);
    }
    if (auto readable = check_encodings(source, feed, *known); !readable) return readable.error();
    auto plan = plan_of(source, profile);
    plan.feed = feed.name;
    plan.mode = mode_of(known->mode);
    plan.order = order_of(known->order);
    plan.brake = source.brake.value_or(settings.brake);
    plan.labels = labels_of(manifest, filled, feed.name);
    plans.push_back(std::move(plan));
  }
  return plans;
}

FeedPlan register_plan(const profile::Source& source, const profile::Profile& profile,
                       const profile::Settings& settings) {
  auto plan = plan_of(source, profile);
  plan.feed = source.feeds.empty() ? "register" : source.feeds.front().name;
  plan.mode = FeedMode::full;
  plan.brake = source.brake.value_or(settings.brake);
  return plan;
}

std::int64_t largest_arrival(const profile::Settings& settings) {
  constexpr auto most = static_cast<std::int64_t>(base::limits::arrival_bytes);
  const auto lowered = settings.limits.arrival_bytes;
  return lowered > 0 ? std::min(lowered, most) : most;
}

}  // namespace hub::intake
