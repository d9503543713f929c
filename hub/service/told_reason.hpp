// What an operator is told of the gate's reasons. That somebody is under 支援措置 only the section
// that keeps the register learns (GATE 2, DOMAIN 6.4): to everybody else it looks like absence, and
// the log alone has the reason itself.
#pragma once

#include <string_view>

#include "hub/domain/disclosure.hpp"

namespace hub::service {

/// The word for a list or a history.
std::string_view told_reason(std::string_view reason);

/// The verdict as it may be explained; false: as if the datum, or the person, were not there.
bool may_be_told(const domain::Disclosure& disclosure, domain::Subject subject);
domain::Verdict told_verdict(const domain::Disclosure& disclosure);
domain::Verdict told_verdict(domain::Verdict verdict);

}  // namespace hub::service
