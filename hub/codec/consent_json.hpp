// A consent event's scope and circumstances as the JSON that the store seals, and back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hub/domain/consent.hpp"

namespace hub::codec {

/// Object, scope, exclusions, periods, giver, method, form, evidence. Ids, moment and act stand in
/// the row itself.
std::string consent_body(const domain::ConsentEvent& event);

/// Fills in what consent_body wrote; false where the text is not that.
bool read_consent_body(std::string_view json, domain::ConsentEvent& event);

}  // namespace hub::codec
