// Why a referral goes as it goes: for each person and set of labels the gate's answer now, in
// words, with its legal basis and version, and the names of the fields that it is about. An officer
// whose own desk holds the person reads the sentence with the name, everybody else the nameless
// one. Nothing is disclosed by it, so nothing is logged as disclosed; that somebody looked is
// logged.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

struct ExplainAsk {
  std::string_view asker;  ///< `officer/<user>`, `operator/<user>`: the session's word
  base::UtcMillis at{};
};

/// First a line `referral`, then one line `answer` each, then of each person of whom something does
/// not go a line `way` for every other ground: open, with what opens it, or why it is shut.
base::Result<Shown> explain_referral(store::Reader& reader, const Book& book,
                                     const base::ReferralId& id, const ExplainAsk& ask,
                                     const ViewSink& sink);

}  // namespace hub::service
