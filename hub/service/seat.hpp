// A seat of a sitting as the gate's recipient, and who of a body's tables may be called to it.
#pragma once

#include <optional>
#include <string_view>

#include "hub/profile/forum.hpp"
#include "hub/service/recipient.hpp"
#include "hub/store/sittings.hpp"

namespace hub::service {

/// Of whom a consent speaks as 支援関係機関: whoever stands in the table of a meeting on support
/// (consent_forms.yaml).
inline constexpr std::string_view supporting_agencies = "supporting-agencies";

/// The member of one of the body's tables on that day, by its party's code or by its name as the
/// table writes it; null for none. Borrowed from the profile.
const profile::Member* member_called(const profile::Profile& profile, const profile::Forum& body,
                                     std::string_view typed, profile::Day day);

/// A section, operator, agency or desk as recipient; `known` is false for anybody else.
Recipient party_of(const profile::Profile& profile, std::string_view code, profile::Day day);

/// Who sits there. The log names whom the profile does not know by the seat: `seat/<id>`.
Recipient recipient_at(const profile::Profile& profile, const store::StoredSeat& seat,
                       profile::Day day);

/// What the code of a recipient stands for on paper; the code itself where nobody knows it.
std::string name_of_recipient(store::Reader& reader, const profile::Profile& profile,
                              std::string_view code);

}  // namespace hub::service
