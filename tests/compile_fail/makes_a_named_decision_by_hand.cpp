// expect: private|protected|no matching
#include "hub/domain/named_decision.hpp"

using hub::domain::NamedDecision;

hub::base::Result<NamedDecision> decide(const hub::domain::LegalBases& bases) {
#ifdef OFFENCE
  return NamedDecision(NamedDecision::Stated{}, {});
#endif
  return NamedDecision::take({}, bases, {});
}
