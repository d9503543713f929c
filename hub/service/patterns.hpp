// Household patterns as signals (DOMAIN 5.5, 6.5): raised once, renewed while they are open, taken
// back when their ground is gone. What an officer decided about stays decided until its ground is
// another. One that would show somebody in hiding goes to the section that owns that secret, alone.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "hub/service/context.hpp"
#include "hub/store/households.hpp"
#include "hub/store/patterns.hpp"

namespace hub::service {

inline constexpr std::string_view pattern_prefix = "pattern_";

/// Everything that the household is a signal for, by what is held of it now.
void weigh_patterns(store::Transaction& tx, const normalize::Tables& tables, const Book& book,
                    store::HouseholdRow household);

/// Which of them weigh_patterns would change anything of, by what is committed: few of many, so
/// that the writer is not held up by looking. What is changed meanwhile is weighed by who changes
/// it. Any thread.
base::Result<std::vector<store::HouseholdRow>> wanting_patterns(
    Context& context, const Book& book, std::span<const store::HouseholdRow> households);

/// A few of all households, those after `last`: what nothing but time or another patterns.yaml
/// changes. The last of them; no row where there is none any more. Nothing is written where nothing
/// changed.
base::Result<store::HouseholdRow> weigh_some(Context& context, store::HouseholdRow last);

/// Somebody's protection began or ended: what was raised about the households of those who hide
/// now, or for a section, is raised for whom it may be seen by, in the same transaction.
void weigh_again(store::Transaction& tx, const normalize::Tables& tables, const Book& book,
                 const std::vector<store::PersonRow>& hidden);

}  // namespace hub::service
