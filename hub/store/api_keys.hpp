// API keys of partners' own systems: a keyed token of each, never the key.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

using ApiKeyId = base::Id<struct ApiKeyTag>;
using ApiKeyRow = RowId<struct ApiKeyRowTag>;

struct NewApiKey {
  std::string partner;
  std::string prefix;  ///< how its bearer and the log call it
  crypto::WideToken verifier{};
  std::string until_day;  ///< ISO day in Japan
};

struct StoredApiKey {
  ApiKeyRow row;
  ApiKeyId id;
  NewApiKey of;
  base::UtcMillis made_at{};
  std::optional<base::UtcMillis> revoked_at;
};

ApiKeyId add_api_key(Transaction& transaction, const NewApiKey& key, std::string_view by);
/// It counts until that day and no longer.
void end_api_key(Transaction& transaction, ApiKeyRow row, std::string_view until_day);
/// False where it was revoked before.
bool revoke_api_key(Transaction& transaction, ApiKeyRow row);

std::optional<StoredApiKey> find_api_key(Reader& reader, std::string_view prefix);
/// By partner, the oldest first.
std::vector<StoredApiKey> list_api_keys(Reader& reader);

}  // namespace hub::store
