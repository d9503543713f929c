// Who was offered to which resource, how it goes, and what is missing. Ids and states to whoever
// may list; what a person needs and said only as the gate clears it for the officer's own use.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/matches.hpp"

namespace hub::service {

struct MatchLook {
  std::string asker;
  bool due = false;  ///< those of which a side is to be asked by today
  std::size_t at_most = 0;
  base::UtcMillis at{};
};
base::Result<Shown> view_matches(store::Reader& reader, const Book& book, const MatchLook& look,
                                 const ViewSink& sink);
base::Result<Shown> view_match(store::Reader& reader, const Book& book, const store::MatchId& id,
                               const MatchLook& look, const ViewSink& sink);

/// 充足状況 by kind and area: counts of persons, named to officers.
base::Result<Shown> view_shortages(store::Reader& reader, const Book& book, std::string_view asker,
                                   const ViewSink& sink);

}  // namespace hub::service
