// What was written of a case (a plan, a task, a note), for an officer who works on it: his own use
// (the gate's class `own`), asked for each person whom the case is about.
#pragma once

#include <optional>

#include "hub/domain/cleared.hpp"
#include "hub/service/context.hpp"
#include "hub/store/cases.hpp"

namespace hub::service {

/// Nothing where the gate refuses for one of them: a text can't be parted. Whether the officer
/// works on the case is the caller's to ask (case_party.hpp).
std::optional<domain::Cleared<std::string>> case_text(store::Reader& reader, const Book& book,
                                                      const profile::Officer& officer,
                                                      store::CaseRow about,
                                                      const crypto::Opened& text,
                                                      base::UtcMillis at);

}  // namespace hub::service
