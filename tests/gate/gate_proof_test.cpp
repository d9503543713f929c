// The gate on every combination of GATE.md's facts, 2,774,532,096 of them and all those with
// unknown facts, none left out: held against the invariants and against the table that states
// GATE.md a second time.
#include <gtest/gtest.h>

#include <string>

#include "hub/domain/gate_rules.hpp"
#include "tests/gate/gate_table.hpp"
#include "tests/gate/invariants.hpp"
#include "tests/places.hpp"

namespace gate_proof {
namespace {

constexpr std::uint64_t every_fact_set = 2'774'532'096;

Verdict gate(const WatchedFacts& facts) {
  return GateRules<WatchedFacts>::decide(facts);
}

std::string text_of(const Verdict& verdict) {
  return std::string(name_of(verdict.decision)) + "/" + std::string(name_of(verdict.reason));
}

const GateTable& table() {
  static const GateTable read(tests::in_source("/tests/gate/gate_table.txt"));
  return read;
}

TEST(GateProof, leaves_out_no_fact_set) {
  FactWalk walk;
  const WatchedFacts facts(walk);
  std::uint64_t sets = 0;
  walk.each_run([&] {
    gate(facts);
    if (!walk.read_unknown()) sets += walk.stands_for();
  });
  EXPECT_EQ(sets, every_fact_set);
}

/// The control: a walk that never tries one value of one fact comes short.
TEST(GateProof, notices_a_value_that_is_left_out) {
  FactWalk walk;
  const WatchedFacts facts(walk);
  std::uint64_t sets = 0;
  walk.each_run([&] {
    gate(facts);
    const bool tried = facts.item != Item::tax || facts.consent != ConsentStatus::expired;
    if (tried && !walk.read_unknown()) sets += walk.stands_for();
  });
  EXPECT_LT(sets, every_fact_set);
}

TEST(GateProof, agrees_with_the_table_everywhere) {
  FactWalk walk;
  const WatchedFacts facts(walk);
  std::uint64_t sets = 0;
  int disagreements = 0;
  walk.each_run([&] {
    const Verdict stated = table().decide(walk);
    const Verdict answer = gate(facts);
    if (answer != stated && ++disagreements < 5)
      ADD_FAILURE() << walk.text() << "\n  table " << text_of(stated) << ", gate "
                    << text_of(answer);
    if (!walk.read_unknown()) sets += walk.stands_for();
  });
  EXPECT_EQ(disagreements, 0);
  EXPECT_EQ(sets, every_fact_set);
}

/// What was proved of the rules holds of the function that the hub calls: the unread facts,
/// whatever they are, change nothing.
TEST(GateProof, proves_the_very_function_that_the_hub_calls) {
  FactWalk walk;
  const WatchedFacts facts(walk);
  walk.each_run([&] {
    const Verdict proved = gate(facts);
    for (const std::uint8_t unread : {0, 1, 2})
      if (hub::domain::decide(facts_of(walk.values(unread))) != proved)
        ADD_FAILURE() << walk.text();
  });
}

TEST(GateProof, states_the_facts_as_the_gate_names_them) {
  std::vector<std::string> named;
  for (std::size_t fact = 0; fact < fact_count; ++fact) {
    std::string line;
    for (std::uint8_t value = 1; value <= value_count[fact]; ++value) {
      Values values{};
      values[fact] = value;
      struct Words {
        std::size_t wanted, at;
        std::string name, value;
      } words{fact, 0, {}, {}};
      each_fact(
          facts_of(values),
          [](void* to, std::string_view name, std::string_view word) {
            auto& out = *static_cast<Words*>(to);
            if (out.at++ == out.wanted) out.name = name, out.value = word;
          },
          &words);
      line += (line.empty() ? words.name + ": " : " ") + words.value;
    }
    named.push_back(line);
  }
  EXPECT_EQ(table().facts(), named);
}

struct GateInvariant : testing::TestWithParam<std::size_t> {};

TEST_P(GateInvariant, holds_for_every_fact_set) {
  const Invariant& invariant = invariants()[GetParam()];
  EXPECT_EQ(broken_by(invariant, gate), "") << invariant.name;
}

INSTANTIATE_TEST_SUITE_P(Gate, GateInvariant, testing::Range<std::size_t>(0, invariants().size()));

}  // namespace
}  // namespace gate_proof
