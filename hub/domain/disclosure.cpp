#include "hub/domain/disclosure.hpp"

namespace hub::domain {

Disclosure::Disclosure(Labels labels, const Situation& situation)
    : labels_(labels),
      at_(situation.at),
      person_(situation.person),
      recipient_(situation.recipient.code) {
  bool asked = false;
  labels.each([&](Item label) {
    const Verdict verdict = decide(facts_for(label, situation));
    if (asked && verdict.decision <= verdict_.decision) return;
    asked = true;
    verdict_ = verdict;
    label_ = label;
  });
  if (situation.purpose != nullptr) purpose_ = situation.purpose->code;
  if (const auto* decision = decision_behind(label_, situation)) officer_ = decision->officer();
  if (situation.forum.basis == nullptr) return;
  legal_basis_ = situation.forum.basis->code;
  review_ = allowed() && domain::wants_review(situation.forum.basis->forum_class);
  if (situation.forum.basis->consent_needed || label_ == Item::tax)
    consent_ = consent_behind(label_, situation);
}

Disclosure disclose(Labels labels, const Situation& situation) {
  return Disclosure(labels, situation);
}

}  // namespace hub::domain
