// A row of `config/legal_bases.yaml`: on what ground a forum shares. A new basis needs no rebuild;
// the hard stops of the gate can't be configured away. Filled by hub/profile, read-only afterwards.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/base/clock.hpp"
#include "hub/domain/gate_facts.hpp"
#include "hub/domain/period.hpp"

namespace hub::domain {

/// How sure a row is: seen in a published source, remembered, or a judgement of ours.
enum class Mark : char { seen = 'S', remembered = 'R', judgement = 'J' };

struct LegalBasis {
  std::string code;                              ///< "SHIEN-KAIGI"
  ForumClass forum_class = ForumClass::unknown;  ///< unknown: a prohibition, never a ground
  std::string title;                             ///< 支援会議
  std::string articles;                          ///< 社会福祉法106条の6
  std::string as_of;                             ///< version of the law that the row was read from
  Period in_force;
  std::vector<std::string> conveners;   ///< kinds that may convene; none: nobody convenes
  std::string about;                    ///< about whom, in words
  bool consent_needed = true;           ///< of the person the datum is about
  bool support_consent_needed = false;  ///< and the consent to the support itself
  bool decided_case_only = false;       ///< only cases the municipality decided to support
  std::string may_flow;
  std::string must_not_flow;
  std::string secrecy;  ///< article and whom it binds
  std::string source;
  Mark mark = Mark::remembered;

  [[nodiscard]] bool may_convene(std::string_view convener) const noexcept {
    for (const std::string& one : conveners) {
      if (one == convener) return true;
    }
    return false;
  }
  /// 社会福祉法106条の6（2026-04-01時点）: no article is printed without its version.
  [[nodiscard]] std::string cited() const { return articles + "（" + as_of + "時点）"; }
};

/// All rows; several of one code follow each other in time.
class LegalBases {
 public:
  LegalBases() = default;
  explicit LegalBases(std::vector<LegalBasis> rows) : rows_(std::move(rows)) {}

  /// The row in force then, or nothing. Borrowed from this object.
  [[nodiscard]] const LegalBasis* find(std::string_view code, base::UtcMillis at) const noexcept {
    for (const LegalBasis& row : rows_) {
      if (row.code == code && row.in_force.contains(at)) return &row;
    }
    return nullptr;
  }
  [[nodiscard]] const std::vector<LegalBasis>& rows() const noexcept { return rows_; }

 private:
  std::vector<LegalBasis> rows_;
};

}  // namespace hub::domain
