// Whether a protection register may take the place of the one that stands. Whoever falls off it can
// be found again by whom they hide from, so what would end protections waits for a person: there is
// no register too small for the brake, and the old one goes on protecting meanwhile.
#pragma once

#include <string>
#include <string_view>

#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/service/judge.hpp"
#include "hub/service/register_file.hpp"
#include "hub/store/arrivals.hpp"

namespace hub::service {

/// The day or moment in a register's file name (SHIENSOCHI_20260410.csv): the longest run of 8 to
/// 14 digits; empty where there is none.
std::string register_order(std::string_view name);

/// `older`: a newer one was applied. `too_many_gone`: it names nobody, or leaves out more than the
/// brake's share of those who are protected today, or their other side. An entry that was corrected
/// or prolonged is not left out.
Judgement judge_register(store::Reader& reader, const Context& context, const FeedPlan& plan,
                         const RegisterFile& file, std::string_view order);

/// It waits for a person, who releases or discards it; all that stands stays in force.
base::Result<> pause_register(Context& context, const store::ArrivalRef& arrival,
                              const RegisterFile& file, Judgement why, std::string_view order);

}  // namespace hub::service
