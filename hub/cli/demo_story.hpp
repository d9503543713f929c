// The morning as a person reads it, in Japanese: what arrived, what was linked, what went where,
// what was withheld and why. The names are the invented household's own (examples/walkthrough);
// what the daemon says holds ids, codes and counts.
#pragma once

#include <string>
#include <string_view>

#include "hub/cli/demo_facts.hpp"
#include "hub/domain/legal_basis.hpp"
#include "hub/profile/profile.hpp"

namespace hub::cli {

class Page;

/// Who of the 8050 household a member is, by the systems that know the person: 「母
/// トミさん（82）」.
std::string_view role_of(const DemoMember& member);
/// Mother, son, grandchild, whoever was joined first.
void sort_by_role(DemoHousehold& household);

void tell_arrivals(Page& page, const DemoFacts& facts, const profile::Profile& profile);
void tell_household(Page& page, const DemoFacts& facts, const profile::Profile& profile);
/// `screen`: what the coordinator's server printed.
void tell_deliveries(Page& page, const DemoFacts& facts, std::string_view screen);
/// Where each referral went, or why it is held.
void tell_referrals(Page& page, const DemoFacts& facts);
void tell_withheld(Page& page, const DemoFacts& facts, const domain::LegalBases& bases);

/// 「地方税法22条（2025-04-01時点）」 of the row in force on the day that the demonstration plays.
std::string cited(const domain::LegalBases& bases, std::string_view code);

}  // namespace hub::cli
