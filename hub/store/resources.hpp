// Resources of the community: records of that kind, and what staff add to them or register
// themselves. An edit never overwrites another; the newest stands.
#pragma once

#include <functional>
#include <string>

#include "hub/domain/matching.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

using domain::ResourceId;

struct ResourceEdit {
  base::UtcMillis at{};
  std::string by;
  std::string confirmed_day;  ///< empty: nobody confirmed it yet
  crypto::Opened body;
};

struct StoredResource {
  ResourceId id;
  std::optional<crypto::Opened> record;  ///< as its source delivered it
  std::optional<ResourceEdit> edit;
};

struct NewResourceEdit {
  ResourceId resource;
  std::string by;
  std::string confirmed_day;
  std::string body;
};

void add_resource_edit(Transaction& transaction, const NewResourceEdit& edit);
/// Nothing for one that is gone with its source, and that staff did not register.
std::optional<StoredResource> find_resource(Reader& reader, const ResourceId& id);
/// All that there are, in no order. `see` is called while the reader walks: it must not read.
void each_resource(Reader& reader, const std::function<void(const StoredResource&)>& see);

/// Changes whenever the list of all resources may be another.
struct ResourceState {
  std::int64_t records = 0;
  std::int64_t changed_at = 0;
  std::int64_t edits = 0;
  friend bool operator==(const ResourceState&, const ResourceState&) = default;
};
ResourceState state_of_resources(Reader& reader);

}  // namespace hub::store
