// Everything that the gate must know about one person towards one recipient, read in the
// transaction that acts on the answer, and owned here, so that a domain::Situation can borrow it.
#pragma once

#include <string_view>
#include <vector>

#include "hub/domain/disclosure.hpp"
#include "hub/service/about.hpp"
#include "hub/service/context.hpp"
#include "hub/service/recipient.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

/// What was released of one record for one agenda item (release.hpp).
struct Released {
  bool opinion = false;
  bool youtai = false;
};

/// Of one referral, or of one seat for one agenda item: on which ground, for what, to whom.
struct Asking {
  const Recipient& recipient;
  std::string_view basis;                      ///< code of legal_bases.yaml
  std::string_view purpose;                    ///< code of purposes.yaml
  std::optional<base::UtcMillis> reopened_at;  ///< its case: an older consent is stale
  /// Of a sitting. What it hears goes on its own ground: no officer's decision opens more.
  std::optional<domain::ForumView> sitting{};
  /// What went at a moment gone by, not what may go now.
  bool looks_back = false;
};

/// When the case was last reopened, as a day.
std::optional<base::UtcMillis> reopening_of(store::Reader& reader, store::CaseRow row);

Asking asking_about(store::Reader& reader, const store::StoredReferral& referral,
                    const Recipient& recipient, std::string_view purpose);

/// One person towards one recipient. Not movable: what it hands out borrows from it.
class Situated {
 public:
  Situated(store::Reader& reader, const Book& book, const About& about, const Asking& asking,
           base::UtcMillis at);
  Situated(const Situated&) = delete;
  Situated& operator=(const Situated&) = delete;

  /// Asks on the matter's own ground first; then on each ground on which an officer
  /// decided about this person and recipient. The first that allows stands, else the one that
  /// refuses least.
  [[nodiscard]] domain::Disclosure disclose(domain::Labels labels,
                                            const Released& released = {}) const;
  /// On the matter's own ground.
  [[nodiscard]] const domain::Situation& situation() const noexcept { return situation_; }
  /// The same with what an officer found about these kinds of data, or released of the record.
  [[nodiscard]] domain::Situation situation_of(domain::Labels labels,
                                               const Released& released = {}) const;

 private:
  void read_decisions(store::Reader& reader, const Book& book, store::PersonRow person);

  std::vector<domain::ConsentEvent> events_;
  std::vector<domain::NamedDecision> decisions_;    // that stand now
  std::vector<const domain::LegalBasis*> grounds_;  // of theirs, each once
  std::vector<std::string_view> groups_;
  domain::Labels harmful_;
  domain::Situation situation_;
};

}  // namespace hub::service
