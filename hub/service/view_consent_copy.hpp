// What the person's own copy of a consent says: to whom, for what, what, until when, and whom to
// call to take it back. No value of the person stands in it: the name is written on the paper.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

struct CopyAsk {
  base::PersonId person;
  base::ConsentId consent;
};

/// A profile's `labels` may hold it: the desk and telephone number for whoever wants to take a
/// consent back.
inline constexpr std::string_view consent_contact = "consent_contact";

/// One line `copy` for each object of the consent as it was given last. `not_found` where this
/// person gave none of that id.
base::Result<Shown> view_consent_copy(store::Reader& reader, const Book& book, const CopyAsk& ask,
                                      const ViewSink& sink);

}  // namespace hub::service
