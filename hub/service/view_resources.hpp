// The registry of resources. Whoever only runs the machine sees what is public; officers see all.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/resource_facts.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

/// All that the asker may see, by kind and name.
std::vector<ResourceFacts> resources_for(store::Reader& reader, const Book& book,
                                         std::string_view asker);
/// What may stand in public: active, and neither its source nor staff keeps it to themselves
///
std::vector<ResourceFacts> public_resources(store::Reader& reader);

struct ResourceLook {
  std::string asker;
  std::string kind{};  ///< empty: all
  bool stale = false;  ///< those that nobody confirmed for long
  std::size_t at_most = 0;
  base::UtcMillis at{};
};
Shown view_resources(store::Reader& reader, const Book& book, const ResourceLook& look,
                     const ViewSink& sink);
base::Result<Shown> view_resource(store::Reader& reader, const Book& book,
                                  const domain::ResourceId& id, std::string_view asker,
                                  const ViewSink& sink);

}  // namespace hub::service
