// The checks, each one sentence of what an adapter has to hold.
#pragma once

#include <span>
#include <string_view>

#include "sdk/conformance/bench.hpp"

namespace tsunagu::conformance {

struct Check {
  std::string_view id;  ///< snake_case; the plan's `quirks` name it
  const char* ja;
  const char* en;
  Finding (*run)(Bench& bench);
};

/// In the order in which they are run.
std::span<const Check> all_checks();

Finding manifest_is_whole(Bench& bench);
Finding bad_settings_are_refused(Bench& bench);
Finding samples_decode(Bench& bench);
Finding records_are_of_the_schema(Bench& bench);
Finding records_have_keys(Bench& bench);
Finding same_bytes_same_records(Bench& bench);
Finding any_bytes_do_no_harm(Bench& bench);
Finding truncated_input(Bench& bench);
Finding doubled_rows(Bench& bench);
Finding reordered_rows(Bench& bench);
Finding deliveries_are_as_declared(Bench& bench);
Finding keys_last(Bench& bench);
Finding unknown_columns(Bench& bench);
Finding unknown_codes(Bench& bench);
Finding held_labels(Bench& bench);
Finding no_my_number(Bench& bench);
Finding stops_when_told(Bench& bench);
Finding pushes(Bench& bench);
Finding tells_how_it_is(Bench& bench);
Finding extensions_hold(Bench& bench);
Finding stays_in_bounds(Bench& bench);

}  // namespace tsunagu::conformance
