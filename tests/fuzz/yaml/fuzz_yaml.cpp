// Any bytes as a configuration: the decoder answers with a tree or with problems, never otherwise.
#include <cstdint>
#include <cstdlib>

#include "hub/profile/agency.hpp"
#include "hub/profile/area.hpp"
#include "hub/profile/forum.hpp"
#include "hub/profile/municipality.hpp"
#include "hub/profile/partner.hpp"
#include "hub/profile/settings.hpp"

namespace {

template <class T>
void read_as(const hub::profile::Node& node) {
  hub::profile::Problems problems;
  T out{};
  read(node, problems, out);
  problems.sort();
  for (const auto& problem : problems.all())
    if (render(problem, hub::profile::Language::ja).empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  hub::profile::Problems problems;
  const auto node = hub::profile::parse_yaml(text, "fuzz.yaml", problems);
  if (!node && problems.empty()) std::abort();
  if (!node) return 0;
  read_as<hub::profile::Municipality>(*node);
  read_as<hub::profile::Agencies>(*node);
  read_as<hub::profile::Areas>(*node);
  read_as<hub::profile::Partners>(*node);
  read_as<hub::profile::Forums>(*node);
  read_as<hub::profile::Sources>(*node);
  read_as<hub::profile::Settings>(*node);
  return 0;
}
