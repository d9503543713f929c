// Each mutant of the gate's rules is killed: an invariant breaks, or it answers otherwise than the
// table somewhere. One that survived would be a condition of the gate that nothing holds to
// account.
#include "tests/gate/mutants.hpp"

#include <gtest/gtest.h>

#include <iostream>
#include <string>

#include "hub/domain/gate_rules.hpp"
#include "tests/gate/gate_table.hpp"
#include "tests/gate/invariants.hpp"
#include "tests/places.hpp"

namespace gate_proof {
namespace {

std::vector<Mutant> all_mutants() {
  std::vector<Mutant> all = mutants_0();
  for (const Mutant& mutant : mutants_1())
    all.push_back(mutant);
  return all;
}

bool breaks_an_invariant(Decide decide) {
  for (const Invariant& invariant : invariants())
    if (!broken_by(invariant, decide).empty()) return true;
  return false;
}

bool disagrees(const GateTable& table, Decide decide) {
  FactWalk walk;
  const WatchedFacts facts(walk);
  do {
    if (decide(facts) != table.decide(walk)) return true;
  } while (walk.advance());
  return false;
}

bool shows_more(Decide decide) {
  FactWalk walk;
  const WatchedFacts facts(walk);
  do {
    if (decide(facts).decision < GateRules<WatchedFacts>::decide(facts).decision) return true;
  } while (walk.advance());
  return false;
}

TEST(GateMutants, are_killed_one_and_all) {
  const GateTable table(tests::in_source("/tests/gate/gate_table.txt"));
  const auto all = all_mutants();
  int loose = 0;
  for (const Mutant& mutant : all) {
    EXPECT_TRUE(disagrees(table, mutant.decide)) << "survived: " << mutant.change;
    if (!shows_more(mutant.decide)) continue;
    ++loose;
    EXPECT_TRUE(breaks_an_invariant(mutant.decide)) << "no invariant sees: " << mutant.change;
  }
  EXPECT_GE(all.size(), 80U);
  EXPECT_GE(loose, 80);
  std::cout << all.size() << " mutants, " << loose << " of which show more than the gate\n";
}

/// The control: what is not broken is not killed.
TEST(GateMutants, leave_the_gate_itself_alive) {
  const Decide gate = GateRules<WatchedFacts>::decide;
  EXPECT_FALSE(disagrees(GateTable(tests::in_source("/tests/gate/gate_table.txt")), gate));
  EXPECT_FALSE(shows_more(gate));
  EXPECT_FALSE(breaks_an_invariant(gate));
}

}  // namespace
}  // namespace gate_proof
