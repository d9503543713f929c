// A named officer's decision to share where neither consent nor a sitting does: danger to life, a
// statutory report, 個人情報保護法69条2項2–4号. It can't be made without officer, ground, written
// reason and end; it names one person, one recipient and the items, never tax, 個人番号 or the
// informant; and it stands in the review queue until a second officer, not the same, has looked.
// The gate still asks everything else. A value; any thread.
#pragma once

#include <optional>
#include <string>

#include "hub/base/result.hpp"
#include "hub/domain/legal_basis.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::domain {

class NamedDecision {
 public:
  /// What an officer states. `until` is the first moment after.
  struct Stated {
    std::string officer;  ///< "officer/1042": from the session, never from a request's body
    std::string ground;   ///< code of `config/legal_bases.yaml`
    std::string reason;   ///< in his own words
    base::PersonId person;
    std::string recipient;  ///< code of the agency
    Labels labels;
    base::UtcMillis until{};
  };

  /// A failure says what is missing or goes too far: `invalid`.
  static base::Result<NamedDecision> take(Stated stated, const LegalBases& bases,
                                          base::UtcMillis at);

  /// What a decision of this class may not outlast: danger of today is decided anew after the end
  /// of tomorrow, everything else after the end of the 年度.
  static base::UtcMillis latest_end(ForumClass ground, base::UtcMillis at);

  /// A second officer looked. `ended` takes the decision back from that moment. Refused for the
  /// officer who decided, and where somebody has looked already.
  enum class Outcome : std::uint8_t { upheld, ended };
  struct Review {
    std::string by;
    Outcome outcome = Outcome::upheld;
    base::UtcMillis at{};
  };
  base::Result<> review(Review review);

  /// As it was written down, with what the second officer said; nothing where it is not whole.
  static std::optional<NamedDecision> kept(Stated stated, base::UtcMillis taken_at,
                                           std::optional<Review> reviewed);

  /// Whether it stands for this question.
  [[nodiscard]] bool holds(const base::PersonId& person, std::string_view recipient,
                           std::string_view ground, Item label, base::UtcMillis at) const noexcept;
  [[nodiscard]] bool awaits_review() const noexcept { return !reviewed_; }

  [[nodiscard]] const std::string& officer() const noexcept { return officer_; }
  [[nodiscard]] const std::string& ground() const noexcept { return ground_; }
  [[nodiscard]] const Sealed<std::string>& reason() const noexcept { return reason_; }
  [[nodiscard]] const base::PersonId& person() const noexcept { return person_; }
  [[nodiscard]] const std::string& recipient() const noexcept { return recipient_; }
  [[nodiscard]] Labels labels() const noexcept { return labels_; }
  [[nodiscard]] const Period& in_force() const noexcept { return in_force_; }
  [[nodiscard]] const std::optional<Review>& reviewed() const noexcept { return reviewed_; }

 private:
  NamedDecision(Stated stated, base::UtcMillis at);
  void take_in(Review review);

  std::string officer_;
  std::string ground_;
  Sealed<std::string> reason_;
  base::PersonId person_;
  std::string recipient_;
  Labels labels_;
  Period in_force_;
  std::optional<Review> reviewed_;
};

}  // namespace hub::domain
