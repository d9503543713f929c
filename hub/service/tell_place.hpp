// To tell a place of a person is a disclosure: each time it would learn more, the gate is asked,
// and a consent must name that place.
#pragma once

#include "hub/domain/matching.hpp"
#include "hub/service/context.hpp"
#include "hub/service/disclosure_log.hpp"
#include "hub/store/persons.hpp"

namespace hub::service {

/// Whether the place may be told these items; each answer is logged, also a refusal.
domain::Verdict ask_to_tell(store::Transaction& tx, const Book& book,
                            const store::PersonRef& person, const domain::ResourceId& resource,
                            domain::Labels items, const Telling& telling);

/// What the officer is told of a refusal, once its row of the log stands.
base::Failure untold(const domain::Verdict& verdict);

}  // namespace hub::service
