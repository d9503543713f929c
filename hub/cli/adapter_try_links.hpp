// The step of `tsunagu adapter try` that links, in words.
#pragma once

#include <vector>

#include "hub/cli/console.hpp"
#include "hub/workshop/file_links.hpp"

namespace hub::cli {

/// By which thresholds and weights, once for all records.
void print_basis(Console& console, const workshop::LinkBasis& basis);
/// Whom one record is held beside, what comes of it, and what each field says.
void print_links(Console& console, const std::vector<workshop::FileLink>& links);

/// "same", "perhaps", "different".
std::string_view code_of(linkage::Answer answer);
/// "same", "doubtful", "apart"; empty where numbers tell nothing.
std::string_view code_of(linkage::Told told);
/// "standard", "own", "unreadable".
std::string_view code_of(workshop::Weighed weighed);

}  // namespace hub::cli
