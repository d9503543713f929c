// On which ground an agenda item is heard. One body may have several legal functions (大田市: one
// meeting, two functions; 伊賀市: the 地域ケア会議 as 支援会議; 茅ヶ崎市: part of another body's
// meeting declared a 支援会議): the ground is found per item, never per body, and each seat's
// papers follow from it.
#pragma once

#include <string_view>

#include "hub/base/result.hpp"
#include "hub/domain/legal_basis.hpp"
#include "hub/profile/forum.hpp"

namespace hub::profile {

/// What is recorded with the item.
struct AgendaItem {
  std::string_view chosen = {};  ///< code of the ground; empty where the body chooses none
  bool consented = false;        ///< the person consented to this sharing (the gate asks again)
  bool declared_part = false;    ///< the convener declared this part of the meeting that function's
};

/// The row in force then; borrowed from `bases`. A failure says what has to be recorded: an item
/// without a function that was found has no papers.
base::Result<const domain::LegalBasis*> ground_of(const Forum& forum, const AgendaItem& item,
                                                  const domain::LegalBases& bases,
                                                  base::UtcMillis at);

}  // namespace hub::profile
