#include "hub/domain/gate.hpp"

#include "hub/domain/gate_rules.hpp"

namespace hub::domain {

Verdict decide(const Facts& facts) noexcept {
  return GateRules<Facts>::decide(facts);
}

Verdict strictest(std::span<const Verdict> verdicts) noexcept {
  if (verdicts.empty()) return {Decision::deny, Reason::unknown_fact};
  Verdict worst = verdicts.front();
  for (const Verdict& verdict : verdicts) {
    if (verdict.decision > worst.decision) worst = verdict;
  }
  return worst;
}

}  // namespace hub::domain
