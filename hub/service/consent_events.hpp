// Consent events as the store keeps them, and back.
#pragma once

#include <vector>

#include "hub/domain/consent.hpp"
#include "hub/service/about.hpp"
#include "hub/store/consents.hpp"

namespace hub::service {

/// Without the person or record that it is of: the caller knows.
store::NewConsentEvent stored_form(const domain::ConsentEvent& event);

/// What the person said to an officer, and what the matter's records brought. A record that was
/// taken back no longer names the person, and its word counts no more; an event whose body can't be
/// read is left out: what it gave is not given.
std::vector<domain::ConsentEvent> events_of(store::Reader& reader, const About& about);

/// The same by all records that are surely the person's.
std::vector<domain::ConsentEvent> spoken_by(store::Reader& reader, const store::PersonRef& person);

}  // namespace hub::service
