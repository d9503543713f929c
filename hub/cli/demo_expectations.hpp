// What the demonstration must have shown. It ends with a failure that names what is missing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/cli/demo_facts.hpp"

namespace hub::cli {

struct DemoExpectation {
  std::string_view code;  ///< fixed: for --json and tests
  std::string_view text;  ///< in Japanese
  bool met = false;
};

/// `dropped`: files put down; `screen`: what the coordinator's server printed.
std::vector<DemoExpectation> judge_demo(const DemoFacts& facts, std::size_t dropped,
                                        std::string_view screen);

}  // namespace hub::cli
