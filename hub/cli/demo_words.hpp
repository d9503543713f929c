// Codes of the hub in the words of the demonstration's reader.
#pragma once

#include <string_view>

namespace hub::cli {

/// A word of the store for a delivery: 「取り込み済み」.
std::string_view arrival_word(std::string_view state);
/// Why a delivery was refused or waits.
std::string_view arrival_reason_word(std::string_view reason);
/// On what a link stands: 「氏名カナ・生年月日・性別」.
std::string_view evidence_word(std::string_view rule);
std::string_view strength_word(std::string_view strength);
std::string_view referral_word(std::string_view state);
/// What the hub proposes to the municipal officer.
std::string_view proposal_word(std::string_view code);
std::string_view decision_word(std::string_view decision);

}  // namespace hub::cli
