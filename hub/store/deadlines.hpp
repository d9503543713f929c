// What falls due, as far as the other repositories do not tell it, and of which deadlines followers
// were told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/store/consents.hpp"
#include "hub/store/sittings.hpp"

namespace hub::store {

/// Consents whose last word gave them, that end after the one moment and not after the other.
std::vector<ConsentEnd> consents_ending(Reader& reader, base::UtcMillis after,
                                        base::UtcMillis until);
/// Sent or received, and as they are since before that moment.
std::vector<ReferralRow> unanswered_referrals(Reader& reader, base::UtcMillis before);
/// Held before that day in Japan, with a paper copy that did not come back.
std::vector<SittingRow> sittings_with_copies_out(Reader& reader, std::string_view day);
/// The day in Japan on which a plan began before its meeting.
std::string early_start_of(Reader& reader, std::int64_t plan);

/// False where it was told before.
bool note_deadline(Transaction& transaction, std::string_view action, std::string_view object,
                   std::string_view day);

}  // namespace hub::store
