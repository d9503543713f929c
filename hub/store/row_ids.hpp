// Integer row ids: small and quick inside, one distinct type per table. Outside, entities have
// UUIDv7 ids (hub/base/ids.hpp).
#pragma once

#include <compare>
#include <cstdint>

#include "hub/domain/sealed.hpp"

namespace hub::store {

template <class Tag>
struct RowId {
  std::int64_t value = 0;  ///< 0 is no row

  explicit operator bool() const noexcept { return value != 0; }
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a 0 in every defaulted <=>
  friend auto operator<=>(const RowId&, const RowId&) = default;
};

using domain::SourceId;  // the row of a configured source
using FeedRow = RowId<struct FeedRowTag>;
using ArrivalRow = RowId<struct ArrivalRowTag>;
using InboxRow = RowId<struct InboxRowTag>;
using RecordRow = RowId<struct RecordRowTag>;
using PersonRow = RowId<struct PersonRowTag>;
using HouseholdRow = RowId<struct HouseholdRowTag>;
using ProtectionRow = RowId<struct ProtectionRowTag>;
using CaseRow = RowId<struct CaseRowTag>;
using ReferralRow = RowId<struct ReferralRowTag>;
using SignalRow = RowId<struct SignalRowTag>;
using PartnerRow = RowId<struct PartnerRowTag>;
using OutboxRow = RowId<struct OutboxRowTag>;
using LinkRow = RowId<struct LinkRowTag>;

}  // namespace hub::store
