// What configuration and manifest say about one feed, as the use cases need it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/domain/item.hpp"
#include "hub/domain/record_kind.hpp"
#include "hub/profile/number_owners.hpp"
#include "hub/profile/source.hpp"
#include "hub/store/row_ids.hpp"

namespace hub::service {

/// What one delivery stands for.
enum class FeedMode { full, delta, append };
/// What puts deliveries in order.
enum class FeedOrder { received, name, content };

/// A label that stands on a field whatever the record says: a column filled from taxation, or
/// 要対協 material. The gate trusts the manifest, not the record.
struct ManifestLabel {
  std::optional<domain::RecordKind> kind;  ///< nothing: every kind
  std::string pointer;                     ///< of the field; empty: the whole record
  domain::Item item = domain::Item::unknown;
};

struct FeedPlan {
  store::FeedRow row;
  std::string source;  ///< code of the configured source
  std::string feed;
  std::string owner;  ///< code of the unit that makes the records
  std::string field;
  std::string lgcode5;  ///< of the municipality, for addresses that name none
  profile::SourceKind kind = profile::SourceKind::field;
  profile::Scope scope = profile::Scope::keys_only;
  profile::Brake brake;
  FeedMode mode = FeedMode::delta;
  FeedOrder order = FeedOrder::received;
  std::vector<ManifestLabel> labels;
  profile::NumbersOfOthers numbers_of_others;
};

}  // namespace hub::service
