// Creating requests that were answered, so that one sent again makes nothing twice.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hub/store/transaction.hpp"

namespace hub::store {

struct IdempotentRequest {
  std::string asker;            ///< whose: `user/sato`, `partner/sakutomo`
  crypto::WideToken key{};      ///< of the key that the sender chose
  crypto::WideToken request{};  ///< of what he asked
};

struct EarlierAnswer {
  bool same_request = false;
  int status = 0;  ///< 0: it was begun, and how it ended is not known
  std::string body;
};

/// Begins it; or tells what came of it before. Forgets what is older than a day.
std::optional<EarlierAnswer> begin_request(Transaction& transaction,
                                           const IdempotentRequest& request);
/// What it was answered with; no answer to a creating request holds more than an id.
void finish_request(Transaction& transaction, const IdempotentRequest& request, int status,
                    std::string_view body);
/// Nothing was made: it may be tried again.
void drop_request(Transaction& transaction, const IdempotentRequest& request);

}  // namespace hub::store
