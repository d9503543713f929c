#include "hub/intake/chosen.hpp"

#include <algorithm>

#include "hub/base/log.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/intake/shelf.hpp"
#include "hub/store/adapter_modules.hpp"

namespace hub::intake {

using base::Result;

namespace {

void put_back_if_gone(service::Context& context, const Shelf& shelf, const std::string& name) {
  if (shelf.holds(name)) return;
  const auto done = context.db.read([&](store::Reader& reader) -> Result<> {
    const auto module = store::find_module(reader, name);
    if (!module) return base::fail(base::Kind::not_found, "no module " + name + " is kept");
    return shelf.put_back(*module);
  });
  base::log(done ? base::Level::warning : base::Level::error,
            done ? "adapter_module_put_back" : "adapter_module_gone", {{"module", name}});
}

}  // namespace

crypto::Digest base_of(const service::Context& context, const profile::Source& source,
                       const Places& places) {
  const auto launch = launch_of(source, context.book()->settings, places);
  std::string text = source.adapter + '\n';
  for (const auto& entry : source.config.entries) {
    if (entry.key == "mapping") text += entry.value.text;
  }
  return crypto::sha256(crypto::bytes_of(text + '\n' + crypto::to_hex(digest_of(launch.adapter))));
}

Result<std::vector<store::AdapterChoice>> standing_choices(service::Context& context,
                                                           const profile::Source& source,
                                                           const Places& places) {
  auto choices =
      context.db.read([&](store::Reader& reader) -> Result<std::vector<store::AdapterChoice>> {
        return store::adapter_choices(reader, source.code);
      });
  if (!choices || choices->empty()) return choices;
  const auto base = base_of(context, source, places);
  const auto other = std::find_if(choices->begin(), choices->end(),
                                  [&](const auto& choice) { return choice.base != base; });
  choices->erase(other, choices->end());
  if (choices->empty())
    base::log(base::Level::warning, "adapter_switch_outdated", {{"source", source.code}});
  return choices;
}

Version version_of(service::Context& context, const store::AdapterChoice& choice) {
  const Shelf shelf(context.book()->settings.data);
  Version version;
  if (!choice.module.empty()) {
    version.module = shelf.at(choice.module);
    put_back_if_gone(context, shelf, choice.module);
  }
  version.mapping = choice.mapping;
  return version;
}

Version chosen_version(service::Context& context, const profile::Source& source,
                       const Places& places) {
  const auto choices = standing_choices(context, source, places);
  if (!choices) {
    base::log(base::Level::error, "adapter_switch_unread",
              {{"source", source.code}, {"reason", base::name_of(choices.error().kind())}});
  }
  return choices && !choices->empty() ? version_of(context, choices->front()) : Version();
}

}  // namespace hub::intake
