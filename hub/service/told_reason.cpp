#include "hub/service/told_reason.hpp"

namespace hub::service {

using domain::Reason;

std::string_view told_reason(std::string_view reason) {
  const bool hides = reason == domain::name_of(Reason::hidden_person) ||
                     reason == domain::name_of(Reason::hidden_address);
  return hides ? domain::name_of(Reason::unknown_fact) : reason;
}

bool may_be_told(const domain::Disclosure& disclosure, domain::Subject subject) {
  const auto reason = disclosure.verdict().reason;
  if (reason == Reason::hidden_address) return false;
  return reason != Reason::hidden_person || subject == domain::Subject::focus;
}

domain::Verdict told_verdict(const domain::Disclosure& disclosure) {
  return told_verdict(disclosure.verdict());
}

domain::Verdict told_verdict(domain::Verdict verdict) {
  if (verdict.reason == Reason::hidden_person) verdict.reason = Reason::unknown_fact;
  return verdict;
}

}  // namespace hub::service
