// What receiving itself must see of a record. Everything else in it stays closed until the gate has
// decided; what a record of the process says, hub/codec/typed.hpp gives as types.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/base/clock.hpp"
#include "hub/codec/record.hpp"
#include "hub/crypto/sealer.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::service {

/// A stored body back as a record; nothing where it is not of the schema any more.
std::optional<codec::Record> read_body(const crypto::Opened& body);

bool is_consent_given(const codec::Record& record);

/// Key of the consultation that the record names; borrowed; empty where it names none.
std::string_view consultation_key_of(const codec::Record& record);

/// Keys of those of whom a household hint says that they live with whom it is about; borrowed.
std::vector<std::string_view> housemate_keys_of(const codec::Record& record);

/// A person record that says its address must not be known (支援措置, DV), and from that day on
/// which it is asked.
bool says_hidden(const codec::Record& record, base::UtcMillis at);

/// Whether that is worth reading the record for, which would cost a notice more than all else: most
/// bodies do not hold the member's name, and it could only be hidden behind an escape.
bool may_say_hidden(const crypto::Opened& body);

/// Of a person record, the first of its names, as nobody's yet.
domain::Sealed<std::string> full_name(const codec::Record& record);

/// Where the person lives now, as written, to find the area: where they are before where they are
/// registered. Empty where there is no address.
std::string current_address(const codec::Record& record);

}  // namespace hub::service
