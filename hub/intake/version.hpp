// Which adapter reads a source: the configured one, or another in its place. Another is tried in a
// process of its own, beside the one at work.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hub/adapter/supervisor.hpp"
#include "hub/intake/plans.hpp"
#include "hub/service/context.hpp"
#include "hub/store/known_adapters.hpp"

namespace hub::intake {

struct Version {
  std::filesystem::path module;  ///< adapter_NAME.so, or a program; empty: the configured one
  std::string mapping;           ///< checked form; empty: the configured one

  friend bool operator==(const Version&, const Version&) = default;
};

/// What the wish does not name stays as it is.
Version over(Version now, const Version& wish);

/// The mapping takes the place of the configured one; what is no mapped source stays as it is.
profile::Source with_mapping(profile::Source source, const std::string& mapping);
adapter::Launch launch_of(const profile::Source& source, const profile::Settings& settings,
                          const Places& places, const Version& version);

/// A version of a source's adapter that was started, told its settings, and fits the configuration.
class Trial {
 public:
  /// Borrows the context. A failure says what does not start, or what does not fit.
  static base::Result<std::unique_ptr<Trial>> open(service::Context& context,
                                                   const profile::Source& source,
                                                   const Places& places, const Version& version);

  [[nodiscard]] adapter::Supervisor& adapter() noexcept { return adapter_; }
  /// In the order of the source's feeds; without rows.
  [[nodiscard]] const std::vector<service::FeedPlan>& plans() const noexcept { return plans_; }
  /// As its manifest tells it.
  [[nodiscard]] std::string version() const;
  /// What the store is to know of it, once it reads the source.
  [[nodiscard]] const store::KnownAdapter& known() const noexcept { return known_; }

 private:
  Trial(adapter::Launch launch, service::Context& context)
      : adapter_(std::move(launch), context.clock, context.random) {}

  adapter::Supervisor adapter_;
  std::vector<service::FeedPlan> plans_;
  store::KnownAdapter known_;
};

}  // namespace hub::intake
