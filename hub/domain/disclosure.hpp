// The gate's answer about one person's data of one set of labels, for one recipient, purpose and
// moment. Only `disclose` makes one, and only it turns Sealed into Cleared: a payload that leaves
// can be made of nothing else. The service writes one row of the disclosure log for each, allow,
// mask and deny alike, before a byte leaves. A value; any thread.
#pragma once

#include <optional>
#include <string>

#include "hub/base/clock.hpp"
#include "hub/base/ids.hpp"
#include "hub/domain/cleared.hpp"
#include "hub/domain/facts.hpp"
#include "hub/domain/gate.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::domain {

class Disclosure {
 public:
  [[nodiscard]] const Verdict& verdict() const noexcept { return verdict_; }
  [[nodiscard]] bool allowed() const noexcept { return verdict_.decision == Decision::allow; }
  [[nodiscard]] bool masked() const noexcept { return verdict_.decision == Decision::mask; }
  /// The label that the verdict was found for: the strictest.
  [[nodiscard]] Item label() const noexcept { return label_; }

  [[nodiscard]] base::UtcMillis at() const noexcept { return at_; }
  [[nodiscard]] const base::PersonId& person() const noexcept { return person_; }
  [[nodiscard]] Labels labels() const noexcept { return labels_; }
  [[nodiscard]] const std::string& recipient() const noexcept { return recipient_; }
  [[nodiscard]] const std::string& legal_basis() const noexcept { return legal_basis_; }
  [[nodiscard]] const std::string& purpose() const noexcept { return purpose_; }
  [[nodiscard]] const std::string& officer() const noexcept { return officer_; }
  [[nodiscard]] const std::optional<base::ConsentId>& consent() const noexcept { return consent_; }
  /// Stands in the review queue until a second officer has looked.
  [[nodiscard]] bool wants_review() const noexcept { return review_; }

  /// The value, if this answer allows exactly it: its owner is the person that was asked about, and
  /// each of its labels was asked about.
  template <class T>
  [[nodiscard]] std::optional<Cleared<T>> clear(const Sealed<T>& sealed) const {
    if (!covers(sealed.owner(), sealed.labels())) return std::nullopt;
    return Cleared<T>(sealed.look(GateKey{}));
  }

 private:
  friend Disclosure disclose(Labels labels, const Situation& situation);
  Disclosure(Labels labels, const Situation& situation);

  [[nodiscard]] bool covers(const Owner& owner, Labels labels) const noexcept {
    return allowed() && owner.is(person_) && !labels.empty() && labels_.includes(labels);
  }

  Verdict verdict_;
  Item label_ = Item::unknown;
  Labels labels_;
  base::UtcMillis at_;
  base::PersonId person_;
  std::string recipient_;
  std::string legal_basis_;
  std::string purpose_;
  std::string officer_;
  std::optional<base::ConsentId> consent_;
  bool review_ = false;
};

/// Asks the gate once per label; the strictest answer stands.
[[nodiscard]] Disclosure disclose(Labels labels, const Situation& situation);

}  // namespace hub::domain
