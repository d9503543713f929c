#include "hub/intake/version.hpp"

#include "hub/intake/known.hpp"
#include "hub/profile/mapping.hpp"

namespace hub::intake {

Version over(Version now, const Version& wish) {
  if (!wish.module.empty()) now.module = wish.module;
  if (!wish.mapping.empty()) now.mapping = wish.mapping;
  return now;
}

profile::Source with_mapping(profile::Source source, const std::string& mapping) {
  if (mapping.empty() || source.adapter != profile::table_adapter) return source;
  for (auto& entry : source.config.entries) {
    if (entry.key == "mapping") entry.value.text = mapping;
  }
  return source;
}

adapter::Launch launch_of(const profile::Source& source, const profile::Settings& settings,
                          const Places& places, const Version& version) {
  auto launch = launch_of(with_mapping(source, version.mapping), settings, places);
  if (!version.module.empty()) launch.adapter = version.module;
  return launch;
}

base::Result<std::unique_ptr<Trial>> Trial::open(service::Context& context,
                                                 const profile::Source& source,
                                                 const Places& places, const Version& version) {
  const auto book = context.book();
  auto launch = known_launch(context, source, places, version);
  launch.trust.awaited.clear();  // somebody named another than the one that is awaited
  std::unique_ptr<Trial> trial(new Trial(launch, context));
  if (auto started = trial->adapter_.start(); !started) return started.error();
  auto plans = plans_of(with_mapping(source, version.mapping), book->profile, book->settings,
                        *trial->adapter_.manifest());
  if (!plans) return plans.error();
  trial->plans_ = std::move(*plans);
  trial->known_ = known_of(source, launch, trial->adapter_);
  return trial;
}

std::string Trial::version() const {
  const auto manifest = adapter_.manifest();
  return manifest ? manifest->version : std::string();
}

}  // namespace hub::intake
