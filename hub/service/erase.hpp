// Erasing what has been kept long enough: a list that people look at and sign, then exactly that
// list. A list bears its day and its hash; one that is not what the store holds any more is
// refused, so nobody signs one thing and erases another.
#pragma once

#include <string>

#include "hub/profile/retention.hpp"
#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/erasable.hpp"

namespace hub::service {

/// `invalid` where the municipality's retention.yaml is wrong, `conflict` where there is none.
base::Result<profile::Retention> retention_of(const Book& book);

/// What is due on that day.
struct ErasurePlan {
  std::string list;  ///< its name: `2032-04-10/` and the first 32 digits of its hash
  store::ErasureList rows;
};
ErasurePlan plan_erasure(store::Reader& reader, const profile::Retention& retention,
                         std::chrono::year_month_day day);

/// Counts of each kind, the persons by id, and what is held.
void view_erasure(const ErasurePlan& plan, store::Reader& reader, const ViewSink& sink);

struct ErasureSigned {
  std::string list;
  std::string approved_by;  ///< who signed it; not who runs it
};
/// Erases the list, piece by piece, each with its row in the log, and empties the database's log
/// file. `conflict` where the list is another by now. How many rows went.
base::Result<std::int64_t> run_erasure(Context& context, const ErasureSigned& wish,
                                       std::string_view actor);

}  // namespace hub::service
