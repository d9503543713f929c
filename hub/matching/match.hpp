// One person beside the resources of the community: first what must hold, then a score that can be
// read, part by part. What nobody knows yet is never a silent no: the resource stays a candidate,
// with what is to be asked (要確認). Pure; any thread; the same whatever the order of the offers.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "hub/domain/condition.hpp"
#include "hub/matching/seeker.hpp"

namespace hub::matching {

struct Reason {
  domain::Part part = domain::Part::need;
  int points = 0;
  int of = 0;
  bool known = true;
  friend bool operator==(const Reason&, const Reason&) = default;
};
using Reasons = std::array<Reason, domain::part_names.size()>;

/// What must hold, of one person and one resource.
struct Fit {
  domain::Answer answer = domain::Answer::yes;
  domain::FieldSet by = 0;                ///< what keeps it from being a yes
  std::vector<std::size_t> conditions{};  ///< of the rules, that are no yes; places in their list
};

struct Candidate {
  std::size_t offer = 0;  ///< its place among the offers
  int score = 0;          ///< of 100
  Reasons reasons{};
  Fit fit{};
  bool stale = false;  ///< nobody confirmed for too long that it is as it says
};

/// Borrows the rules and the seeker.
class Matcher {
 public:
  Matcher(const domain::MatchingRules& rules, const Seeker& seeker, std::chrono::sys_days day);

  [[nodiscard]] Fit fit(const Offer& offer) const;
  [[nodiscard]] Reasons score(const Offer& offer) const;
  /// The best first; those of which nothing must be asked before others of the same score.
  [[nodiscard]] std::vector<Candidate> among(std::span<const Offer> offers,
                                             std::size_t at_most) const;

 private:
  enum class Served : std::uint8_t { nothing_asked, no, by_field, by_kind };
  [[nodiscard]] Served served(const Offer& offer) const;
  [[nodiscard]] Reason part(domain::Part part, const Offer& offer) const;

  const domain::MatchingRules& rules_;
  const Seeker& seeker_;
  std::chrono::sys_days day_;
  Words kinds_;   // that serve the need
  Words fields_;  // whose resources do
};

/// Of one that somebody confirmed before that day by more than the rules allow, or nobody ever did.
bool is_stale(const domain::MatchingRules& rules, std::optional<std::chrono::sys_days> confirmed,
              std::chrono::sys_days day);

/// Nothing where either is not known.
std::optional<domain::Distance> distance(const Seeker& seeker, const Offer& offer);

}  // namespace hub::matching
