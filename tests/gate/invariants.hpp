// What must hold of every answer of the gate, whatever its rules say: what the law and the plans
// forbid. Each invariant asks the gate in one run of a FactWalk and says whether it holds there.
#pragma once

#include <span>
#include <string_view>

#include "tests/gate/fact_walk.hpp"

namespace gate_proof {

struct Invariant {
  std::string_view name;
  bool (*holds)(Decide decide, const WatchedFacts& facts);
};

std::span<const Invariant> invariants();

/// The first run in which it doesn't hold, as text; empty where it holds in every run.
std::string broken_by(const Invariant& invariant, Decide decide);

}  // namespace gate_proof
