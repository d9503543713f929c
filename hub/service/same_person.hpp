// What an officer does about a signal that two persons may be one (DOMAIN 8.2): looks at whom it is
// about, joins them by a link of his own, or keeps them apart for good. Both can be undone; sources
// never change.
#pragma once

#include <string>

#include "hub/service/context.hpp"
#include "hub/service/two_persons.hpp"
#include "hub/service/view.hpp"
#include "hub/store/signals.hpp"

namespace hub::service {

/// A signal, and for `same_person` a line for each pair whom the looker may know of.
base::Result<Shown> view_signal(store::Reader& reader, const Looker& looker,
                                const store::SignalId& id, const ViewSink& sink);

struct SameWish {
  store::SignalId signal;
  base::PersonId one;
  base::PersonId other;
};

/// `forbidden` for whoever is no officer; `invalid` for a pair that the signal is not about;
/// `conflict` where something rests on both (a referral, a consent, a decision), or where an
/// officer told records of the two apart.
base::Result<> confirm_same(Context& context, const SameWish& wish, const std::string& asker);
/// They are two people: no rule joins their records again.
base::Result<> reject_same(Context& context, const SameWish& wish, const std::string& asker);

}  // namespace hub::service
