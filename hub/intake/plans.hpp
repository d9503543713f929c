// From a configured source and what its adapter says of itself: how its process is started, and a
// plan for each of its feeds.
#pragma once

#include <filesystem>
#include <vector>

#include "hub/adapter/launch.hpp"
#include "hub/profile/profile.hpp"
#include "hub/profile/settings.hpp"
#include "hub/service/feed_plan.hpp"

namespace hub::intake {

/// Where the programs and tables of this installation stand.
struct Places {
  std::filesystem::path host;      ///< tsunagu-adapter-host
  std::filesystem::path data_dir;  ///< tables for adapters
};

/// `settings`: provenance is passed on to an adapter that has such a setting.
adapter::Launch launch_of(const profile::Source& source, const profile::Settings& settings,
                          const Places& places);

/// Without row ids: the store gives those. A feed that the manifest lacks is an error of the
/// configuration.
base::Result<std::vector<service::FeedPlan>> plans_of(const profile::Source& source,
                                                      const profile::Profile& profile,
                                                      const profile::Settings& settings,
                                                      const tsunagu::wire::Manifest& manifest);

/// The one feed of the protection register, which the hub reads itself.
service::FeedPlan register_plan(const profile::Source& source, const profile::Profile& profile,
                                const profile::Settings& settings);

/// Bytes of one delivery at most: limits::arrival_bytes, or less where hub.yaml says so.
std::int64_t largest_arrival(const profile::Settings& settings);

}  // namespace hub::intake
