// What a municipal officer does about a pattern: takes it up by one of two choices, or declines it
// with a reason. Taking it up opens that proposal and no case: a case begins where he acts on it,
// when consent is given or a 支援会議 hears it (社会福祉法106条の6).
#pragma once

#include <string>

#include "hub/service/context.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/patterns.hpp"

namespace hub::service {

/// Codes, for a sentence could name somebody.
inline constexpr std::string_view decline_reasons[] = {"supported_already", "not_true", "not_now",
                                                       "other"};

/// The proposal, open; it is seen by whom the pattern was. `choice`: ask_consent or
/// convene_shien_kaigi. `not_found` for who may not see the pattern.
base::Result<store::SignalId> take_up(Context& context, const store::SignalId& signal,
                                      const std::string& choice, const std::string& asker);
base::Result<> decline(Context& context, const store::SignalId& signal, const std::string& reason,
                       const std::string& asker);

/// Of a proposal to convene that came of a pattern: the household's open case, or one that begins
/// now, about those whom the pattern names. The proposal is taken up by it.
base::Result<store::CaseRef> case_for_proposal(store::Transaction& tx, const Book& book,
                                               const store::SignalId& signal,
                                               const std::string& asker);

/// Whether `signal.decide` may decide it for who asks: any that is of no pattern, and of those the
/// proposals that he sees.
base::Result<> may_decide(store::Reader& reader, const Book& book, const store::Signal& signal,
                          const std::string& asker, base::UtcMillis at);

}  // namespace hub::service
