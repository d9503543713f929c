// What no feed may bring (番号法20条, 住民基本台帳法30条の37・38): every text and number of every
// record is searched. A finding says where, never what.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hub/codec/record.hpp"
#include "hub/codec/referral_answer.hpp"
#include "hub/profile/number_owners.hpp"
#include "tsunagu/text/refused_numbers.hpp"

namespace hub::service {

struct DoorFinding {
  tsunagu::text::RefusedNumber number = tsunagu::text::RefusedNumber::my_number;
  std::string pointer;  ///< JSON Pointer of the member
};

/// The first in document order, member names included.
std::optional<DoorFinding> find_refused(const codec::Record& record);
/// In bytes that came as JSON, whether or not they are: for what nobody could decode.
std::optional<DoorFinding> find_refused(std::string_view body);
/// In what a partner wrote of a person.
std::optional<DoorFinding> find_refused(const codec::ReferralAnswer& answer);
/// Of a person record, the first number of a system that others answer for; a JSON Pointer.
std::optional<std::string> find_number_of(const codec::Record& record,
                                          const profile::NumbersOfOthers& others);

}  // namespace hub::service
