// A way by which a person's data go, or went: a referral to its desk, or the paper of one agenda
// item for one seat of a sitting; and what of the person may go that way.
#pragma once

#include <optional>
#include <variant>

#include "hub/domain/gate.hpp"
#include "hub/service/seat_asking.hpp"
#include "hub/store/stop_notices.hpp"

namespace hub::service {

using Passage = std::variant<store::StoredReferral, Hearing>;

/// Nothing for a copy that went neither way.
std::optional<Passage> passage_of(store::Reader& reader, const store::Carrier& carrier);

store::Carrier carrier_of(const Passage& passage);

struct Reach {
  domain::Labels allowed;
  domain::Reason naming = domain::Reason::wrong_recipient;  ///< of who the person is
  /// Nothing but the person's own word opens this way; a 支援会議 stands without (106条の6).
  bool by_consent = true;
};

/// A moment of which the gate is asked: now, or one gone by.
struct Moment {
  base::UtcMillis at{};
  bool looks_back = false;
};

/// Each kind of data by itself, as the gate answers. Who left his seat still holds what he got: he
/// is asked about as if he sat there.
Reach reach_of(store::Reader& reader, const Book& book, const Passage& passage,
               const store::PersonRef& person, const Moment& moment);

}  // namespace hub::service
