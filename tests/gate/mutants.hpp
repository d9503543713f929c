// The rules of the gate, broken in one way each: written by mutate.py from gate_rules.hpp when the
// tests are built.
#pragma once

#include <string_view>
#include <vector>

#include "tests/gate/fact_walk.hpp"

namespace gate_proof {

struct Mutant {
  std::string_view change;  ///< "line of gate_rules.hpp: old -> new"
  Decide decide;
};

/// The generated source is cut in two, so that two compilers share it.
std::vector<Mutant> mutants_0();
std::vector<Mutant> mutants_1();

}  // namespace gate_proof
