// Every combination of facts, by a walk over what is read. A question reads facts only through
// `Watched`; so all fact sets that agree on what it read are answered alike, and one run stands for
// all of them. The walk runs the question again for each value (`unknown` too) of each fact that a
// run read, and counts for how many fact sets each run stands: together they must be all there are.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "hub/domain/gate.hpp"

namespace gate_proof {

using namespace hub::domain;

/// In the order of `Facts`.
enum class Fact : std::uint8_t {
  item,
  subject,
  forum_class,
  holder,
  consent,
  covers_forum,
  covers_recipient,
  covers_purpose,
  covers_label,
  consent_stale,
  seat,
  convener_lawful,
  in_scope,
  recipient_kind,
  address_hidden,
  recipient_near,
  address_clearance,
  needed,
  officer_decision,
  harm,
  opinion_for_item,
  youtai_released,
};
inline constexpr std::size_t fact_count = 22;

/// How many values GATE.md gives each fact; `unknown` is the value 0 beside them.
inline constexpr std::array<std::uint8_t, fact_count> value_count{
    14, 3, 12, 2, 6, 2, 2, 2, 2, 2, 2, 2, 2, 7, 2, 2, 2, 2, 2, 2, 2, 2};

/// One value per fact, as numbers; it has the very bytes of `Facts`.
using Values = std::array<std::uint8_t, fact_count>;
static_assert(sizeof(Facts) == sizeof(Values));

inline Facts facts_of(const Values& values) {
  return std::bit_cast<Facts>(values);
}

class FactWalk {
 public:
  FactWalk() { restart(); }

  /// The value of a fact in this run.
  std::uint8_t read(std::size_t fact);
  /// To the next run; false after the last.
  bool advance();

  /// `ask()` once for every way in which it can run.
  template <class Ask>
  void each_run(Ask&& ask) {
    restart();
    do {
      ask();
    } while (advance());
  }

  [[nodiscard]] bool read_unknown() const;
  [[nodiscard]] std::size_t read_so_far() const { return trail_.size(); }
  /// For how many fact sets this run stands; those with `unknown` in an unread fact not counted.
  [[nodiscard]] std::uint64_t stands_for() const;
  /// Unread facts are `unread`.
  [[nodiscard]] Values values(std::uint8_t unread = 0) const;
  /// "item=tax consent=refused": for a failure.
  [[nodiscard]] std::string text() const;

 private:
  static constexpr std::uint8_t not_read = 0xff;
  void restart();

  std::vector<std::size_t> trail_;  // facts in the order in which they were read
  std::array<std::uint8_t, fact_count> now_{};
};

/// A fact that notes that it was read; or, in a changed copy, a value put there.
template <class Kind>
class Watched {
 public:
  Watched(FactWalk& walk, Fact fact) : walk_(&walk), fact_(fact) {}
  Watched(Kind put) : put_(put) {}  // NOLINT: put into a changed copy
  operator Kind() const {           // NOLINT: reads as the fact does
    return walk_ == nullptr ? put_
                            : static_cast<Kind>(walk_->read(static_cast<std::size_t>(fact_)));
  }

 private:
  FactWalk* walk_ = nullptr;
  Fact fact_{};
  Kind put_{};
};

/// What looks like `Facts` to the rules.
struct WatchedFacts {
  explicit WatchedFacts(FactWalk& over) : walk(&over) {}

  FactWalk* walk;
  Watched<Item> item{*walk, Fact::item};
  Watched<Subject> subject{*walk, Fact::subject};
  Watched<ForumClass> forum_class{*walk, Fact::forum_class};
  Watched<YesNo> holder{*walk, Fact::holder};
  Watched<ConsentStatus> consent{*walk, Fact::consent};
  Watched<YesNo> covers_forum{*walk, Fact::covers_forum};
  Watched<YesNo> covers_recipient{*walk, Fact::covers_recipient};
  Watched<YesNo> covers_purpose{*walk, Fact::covers_purpose};
  Watched<YesNo> covers_label{*walk, Fact::covers_label};
  Watched<YesNo> consent_stale{*walk, Fact::consent_stale};
  Watched<SeatState> seat{*walk, Fact::seat};
  Watched<YesNo> convener_lawful{*walk, Fact::convener_lawful};
  Watched<YesNo> in_scope{*walk, Fact::in_scope};
  Watched<RecipientKind> recipient_kind{*walk, Fact::recipient_kind};
  Watched<YesNo> address_hidden{*walk, Fact::address_hidden};
  Watched<YesNo> recipient_near{*walk, Fact::recipient_near};
  Watched<YesNo> address_clearance{*walk, Fact::address_clearance};
  Watched<YesNo> needed{*walk, Fact::needed};
  Watched<OfficerDecision> officer_decision{*walk, Fact::officer_decision};
  Watched<YesNo> harm{*walk, Fact::harm};
  Watched<YesNo> opinion_for_item{*walk, Fact::opinion_for_item};
  Watched<YesNo> youtai_released{*walk, Fact::youtai_released};
};

/// The gate, or one of its mutants.
using Decide = Verdict (*)(const WatchedFacts&);

}  // namespace gate_proof
