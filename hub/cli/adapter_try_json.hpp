// `tsunagu adapter try FILE --json`: the same steps, one JSON object a line.
#pragma once

#include "hub/cli/console.hpp"
#include "hub/workshop/file_links.hpp"

namespace hub::cli {

/// One record on its way; borrows.
struct TryStep {
  const workshop::Line& line;
  const workshop::TriedRecord& record;
  const std::vector<workshop::FileLink>& links;
};

void print_json(Console& console, const workshop::Outcome& outcome, const TryStep& step,
                const workshop::RawText& raw);
/// By which thresholds and weights persons are linked; the first line.
void print_json_basis(Console& console, const workshop::LinkBasis& basis);
/// Rejects, warnings, the refusal, and the counts.
void print_json_end(Console& console, const workshop::Outcome& outcome);

}  // namespace hub::cli
