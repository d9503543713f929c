// Patterns of a household and proposals to named municipal staff (ask for consent, convene a
// 支援会議): that there is something, never what.
#pragma once

#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

using SignalId = base::Id<struct SignalTag>;

struct Signal {
  SignalRow row;
  SignalId id;
  std::string code;  ///< `pattern_8050`, `ask_consent`, `convene_shien_kaigi`, …
  HouseholdRow household;
  ReferralRow referral;
  base::UtcMillis raised_at{};
  std::optional<base::UtcMillis> decided_at;
  std::string decided_by;
  std::string decision;
};

/// Nothing where the same is open already.
std::optional<SignalRow> raise_signal(Transaction& transaction, std::string_view code,
                                      HouseholdRow household, ReferralRow referral);
/// False where it was decided already.
bool decide_signal(Transaction& transaction, SignalRow row, std::string_view decision,
                   std::string_view by);
std::optional<Signal> find_signal(Reader& reader, const SignalId& id);
/// But those of patterns (patterns.hpp), which few may see.
std::vector<Signal> list_open_signals(Reader& reader, std::size_t at_most);
/// Of one kind, about the household.
std::optional<Signal> open_signal_of(Reader& reader, HouseholdRow household, std::string_view code);
std::vector<Signal> signals_of(Reader& reader, ReferralRow referral);
/// For the queries of this folder that find signals by something else.
#define TSUNAGU_SIGNAL                                                                       \
  "SELECT id, uuid, code, household, referral, raised_at, decided_at, decided_by, decision " \
  "FROM signals "
std::vector<Signal> all_signals(Cursor rows);

}  // namespace hub::store
