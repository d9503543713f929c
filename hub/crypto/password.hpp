// Passwords of local accounts: Argon2id (RFC 9106) with 19 MiB, two passes, one lane. Takes some 30
// ms and 19 MiB: never on a thread that serves the network.
#pragma once

#include <string>
#include <string_view>

#include "hub/base/random.hpp"

namespace hub::crypto {

/// 16 bytes of salt and 32 of hash: what is kept, sealed, in place of a password.
std::string password_verifier(std::string_view password, base::Random& random);

/// False for what is no verifier, too.
bool fits_password(std::string_view verifier, std::string_view password);

/// Takes as long as a comparison, for a name that nobody bears: both refusals look the same.
void pretend_to_compare(std::string_view password);

}  // namespace hub::crypto
