// Applies the protection register, and says what it means for two people: who hides from whom.
#pragma once

#include <vector>

#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/service/register_file.hpp"
#include "hub/store/arrivals.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/protections.hpp"

namespace hub::service {

/// Replaces the register by this delivery, whole, in one transaction. Who is in it is never linked
/// to the other side from here on. See register_brake.hpp for whether it may. `order`: of its name.
base::Result<> apply_register(Context& context, const FeedPlan& plan,
                              const store::ArrivalRef& arrival, const RegisterFile& file,
                              std::string_view order = {});

/// The live entries that name somebody who bears one of these match tokens.
std::vector<store::Protection> protections_of(store::Reader& reader,
                                              const std::vector<crypto::Token>& tokens,
                                              base::UtcMillis at);
/// All tokens by which a person is known, over the records linked to them.
std::vector<crypto::Token> tokens_of_person(store::Reader& reader, store::PersonRow person);

/// One of the two hides from the other.
bool hides(const std::vector<store::Protection>& one, const std::vector<store::Protection>& other);

}  // namespace hub::service
