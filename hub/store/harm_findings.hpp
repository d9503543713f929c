// Officers' findings that sharing would unduly harm the person or a third party (個人情報保護法69条
// 2項ただし書), and requests to stop the use that were granted (98条, 100条), append-only: while
// one stands, the gate refuses. Whoever found it writes why, and so does whoever ends it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/item.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

using HarmId = base::Id<struct HarmFindingTag>;
using HarmRow = RowId<struct HarmRowTag>;

struct NewHarm {
  PersonRow person{};
  std::string recipient{};  ///< code of an agency; empty: whoever receives
  std::string officer{};
  std::string reason{};    ///< is sealed
  domain::Labels items{};  ///< kinds of data; none: all
};

struct HarmFinding {
  HarmRow row;
  HarmId id;
  PersonRow person;
  std::string recipient;
  std::string officer;
  base::UtcMillis found_at{};
  std::string ended_by;
  std::optional<base::UtcMillis> ended_at;
};

HarmId add_harm(Transaction& transaction, const NewHarm& harm);
/// False where it was ended before.
bool end_harm(Transaction& transaction, const HarmFinding& harm, std::string_view officer,
              std::string_view reason);

std::optional<HarmFinding> find_harm(Reader& reader, const HarmId& id);
/// Of one person, the oldest first, whether or not they stand.
std::vector<HarmFinding> harms_of(Reader& reader, PersonRow person);
/// Of everybody, those that stand, the oldest first.
std::vector<HarmFinding> standing_harms(Reader& reader);
/// Kinds of data against which one stands, towards this recipient.
domain::Labels harmful_items(Reader& reader, PersonRow person, std::string_view recipient);

}  // namespace hub::store
