// What the hub can fill into a paper form of a case: the case and its referrals, the person as the
// gate clears each datum for the officer's own use (own_use.hpp), the newest plan and, where one is
// named, a sitting. What his desk does not hold stays blank, to be written by hand.
#pragma once

#include <optional>

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/sittings.hpp"

namespace hub::service {

struct SheetAsk {
  base::CaseId about;
  std::optional<store::SittingId> sitting{};
};

/// `sheet`, `case`, `referral`, `person`, `concern`, `assessment`, `contact` (`safe` false: must
/// not be used), and the lines of `consent list`, `plan show` and `sitting show`. `forbidden` for
/// who does not work on the case.
base::Result<Shown> view_sheet(store::Reader& reader, const Book& book, const SheetAsk& ask,
                               std::string_view asker, base::UtcMillis at, const ViewSink& sink);

}  // namespace hub::service
