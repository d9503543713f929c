// Why the gate answered as it did, in words that an officer understands, with the basis and what to
// do next. A name can only come in as Cleared: the sentence with it is for the officer who may see
// it; everybody else gets the form without name and without 続柄. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "hub/base/clock.hpp"
#include "hub/domain/cleared.hpp"
#include "hub/domain/gate.hpp"
#include "hub/domain/legal_basis.hpp"

namespace hub::domain {

/// Where the question was asked. Borrows; the bases outlive the call.
struct ReasonContext {
  const LegalBases* bases = nullptr;  ///< where a rule has an article of its own (TAX, MYNUMBER …)
  const LegalBasis* forum = nullptr;  ///< the forum that was asked about
  base::UtcMillis at{};
  Item item = Item::unknown;
  ConsentStatus consent = ConsentStatus::unknown;  ///< as it stood
};

struct Explanation {
  std::string sentence;  ///< 同意がないため、重層的支援会議には出せません。
  std::string basis;  ///< 個人情報保護法69条2項1号・27条1項（2025-04-01時点）, or empty
  std::string next;  ///< 支援会議で扱うことを検討してください。, or empty
};

/// Without a name: 「この方の同意がないため、…」.
[[nodiscard]] Explanation explain(const Verdict& verdict, const ReasonContext& context);

/// With it: 「長男 ○○さんの同意がないため、…」. `relation` is the 続柄; empty for the case's
/// person.
[[nodiscard]] Explanation explain(const Verdict& verdict, const ReasonContext& context,
                                  const Cleared<std::string>& name, std::string_view relation);

/// To a reader near to a hidden person even the refusal must look like absence: no sentence at all.
[[nodiscard]] constexpr bool looks_like_absence(Reason reason) noexcept {
  return reason == Reason::hidden_person;
}

/// One short line for the command line and the log's reader.
[[nodiscard]] std::string_view in_english(Reason reason) noexcept;

/// 「要配慮個人情報」: an item in an officer's words.
[[nodiscard]] std::string_view in_japanese(Item item) noexcept;

}  // namespace hub::domain
