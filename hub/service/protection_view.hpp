// What the protection register and other sources' flags say of one person towards one recipient
// (GATE: address_hidden, recipient_near).
#pragma once

#include "hub/domain/facts.hpp"
#include "hub/service/about.hpp"
#include "hub/service/context.hpp"
#include "hub/service/recipient.hpp"
#include "hub/store/persons.hpp"

namespace hub::service {

/// By all records linked to the person, of this matter or not.
domain::ProtectionView protection_view(store::Reader& reader, const Book& book, const About& about,
                                       const Recipient& recipient, base::UtcMillis at);

/// The register hides this person, or another source says that the address must not be known.
bool hides_address(store::Reader& reader, store::PersonRow person, base::UtcMillis at);

}  // namespace hub::service
