// What may be used under one agenda item though it would not go by itself (GATE rule 10): a
// worker's note that its author marked as his view of this item, and material of the 要対協 that
// its 調整機関 released for this sitting. One record each; append-only, and it can be ended.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "hub/store/sittings.hpp"

namespace hub::store {

using ReleaseId = base::Id<struct ReleaseTag>;
using ReleaseRow = RowId<struct ReleaseRowTag>;

enum class ReleaseKind : std::uint8_t { opinion, youtai };
inline constexpr std::array<std::string_view, 2> release_kind_names{"opinion", "youtai"};
constexpr std::string_view name_of(ReleaseKind kind) noexcept {
  return release_kind_names[static_cast<std::size_t>(kind)];
}

struct NewRelease {
  AgendaRow item;
  RecordRow record;
  ReleaseKind kind = ReleaseKind::opinion;
  std::string officer;
  std::string day;       ///< of the decision, in Japan
  std::string document;  ///< its number; is sealed
};

struct StoredRelease {
  ReleaseRow row;
  ReleaseId id;
  NewRelease of;
  std::string ended_by;
  std::optional<base::UtcMillis> ended_at;
};

ReleaseId add_release(Transaction& transaction, const NewRelease& release);
/// False where it was ended before.
bool end_release(Transaction& transaction, ReleaseRow row, std::string_view officer);

std::optional<StoredRelease> find_release(Reader& reader, const ReleaseId& id);
/// In the order in which they were given, those that ended too.
std::vector<StoredRelease> releases_of(Reader& reader, AgendaRow item);

}  // namespace hub::store
