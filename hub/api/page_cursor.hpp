// Where a list goes on, as its reader holds it: sealed, so that it tells neither how many rows he
// may not see nor lets him begin where he likes; good for one list and one account.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "hub/base/result.hpp"
#include "hub/crypto/keys.hpp"

namespace hub::api {

/// `list`: the operation's id.
std::string make_cursor(const crypto::Keys& keys, std::string_view list, std::string_view user,
                        std::int64_t after);
/// `invalid` for any other.
base::Result<std::int64_t> read_cursor(const crypto::Keys& keys, std::string_view list,
                                       std::string_view user, std::string_view cursor);

}  // namespace hub::api
