// Opens one record for one agenda item, on the word of who may: its author's desk says that a note
// is its view of this item (見立て), the 調整機関 that its material may be used in this sitting
// (児童福祉法25条の5 binds it; so it alone releases). The gate still asks everything else: ground,
// seat, secrecy, need, harm.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "hub/service/context.hpp"
#include "hub/store/releases.hpp"

namespace hub::service {

struct ReleaseWish {
  store::AgendaId item;
  base::RecordId record;
  store::ReleaseKind kind = store::ReleaseKind::opinion;
  std::string document{};  ///< number of the decision; needed for 要対協
  std::optional<std::chrono::year_month_day> day{};  ///< of the decision; nothing: today
};

/// `not_found` for an item or record that is not there, `forbidden` for an officer of another desk
/// than the record's, `invalid` where the record is about nobody of the item, or the ground takes
/// no such thing.
base::Result<store::ReleaseId> release_record(Context& context, const ReleaseWish& wish,
                                              const std::string& asker);
/// From now on it goes no more; by an officer of the same desk. `conflict` where it ended before.
base::Result<> end_release(Context& context, const store::ReleaseId& id, const std::string& asker);

}  // namespace hub::service
