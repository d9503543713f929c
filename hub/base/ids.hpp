// Ids of entities: UUIDv7 (RFC 9562), one distinct type per entity, so that a PersonId can't be
// passed where a CaseId is wanted.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hub/base/clock.hpp"
#include "hub/base/random.hpp"

namespace hub::base {

using UuidBytes = std::array<std::uint8_t, 16>;

UuidBytes make_uuid7(UtcMillis at, Random& random);
/// Lower-case 8-4-4-4-12.
std::string to_text(const UuidBytes& bytes);
/// Exactly the 36 characters that to_text writes (upper case is accepted); nothing else.
std::optional<UuidBytes> uuid_from_text(std::string_view text);

template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(const UuidBytes& bytes) : bytes_(bytes) {}

  static Id make(UtcMillis at, Random& random) { return Id(make_uuid7(at, random)); }
  static std::optional<Id> parse(std::string_view text) {
    const auto bytes = uuid_from_text(text);
    return bytes ? std::optional<Id>(Id(*bytes)) : std::nullopt;
  }

  [[nodiscard]] const UuidBytes& bytes() const noexcept { return bytes_; }
  [[nodiscard]] std::string text() const { return to_text(bytes_); }
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a 0 in every defaulted <=>
  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  UuidBytes bytes_{};
};

using PersonId = Id<struct PersonTag>;
using HouseholdId = Id<struct HouseholdTag>;
using CaseId = Id<struct CaseTag>;
using ConsentId = Id<struct ConsentTag>;
using ReferralId = Id<struct ReferralTag>;
using RecordId = Id<struct RecordTag>;
using ArrivalId = Id<struct ArrivalTag>;
using MessageId = Id<struct MessageTag>;

}  // namespace hub::base
