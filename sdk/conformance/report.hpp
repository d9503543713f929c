// What came out, for a person and for a build server.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "sdk/conformance/checks.hpp"

namespace tsunagu::conformance {

struct Result {
  const Check* check = nullptr;
  Finding finding;
  std::chrono::milliseconds took{0};
};

/// Runs every check; what breaks one is its failure, and the next begins with a new process. A
/// quirk that the plan declares makes a failure a quirk, and a pass a failure: then it is out of
/// date.
std::vector<Result> run_all(Bench& bench);

bool all_good(const std::vector<Result>& results);
std::string as_text(const std::string& adapter, const std::vector<Result>& results, bool japanese);
std::string as_junit(const std::string& adapter, const std::vector<Result>& results, bool japanese);

}  // namespace tsunagu::conformance
