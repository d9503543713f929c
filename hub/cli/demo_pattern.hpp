// The pattern of the household that the demonstration tells of, as a municipal officer sees it:
// that there is something, by what kinds of evidence, never what.
#pragma once

#include <filesystem>
#include <vector>

#include "hub/cli/answer.hpp"
#include "hub/cli/demo_expectations.hpp"
#include "hub/cli/demo_facts.hpp"

namespace hub::cli {

class Page;

struct DemoPattern {
  std::size_t open = 0;  ///< signals of all households
  Answer shown;          ///< the one of 8050; empty: there is none
};

/// Looks at signals of 8050 until the household's own is found; each look is logged.
base::Result<DemoPattern> ask_pattern(const std::filesystem::path& socket, const DemoFacts& facts);

void tell_pattern(Page& page, const DemoFacts& facts, const DemoPattern& pattern);

std::vector<DemoExpectation> judge_pattern(const DemoPattern& pattern);

}  // namespace hub::cli
