// The data keys of this store, each wrapped by the master key (hub/crypto/keys.hpp). One seals; the
// others are there while something that they sealed is left.
#pragma once

#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

struct DataKey {
  crypto::KeyVersion version = 0;
  base::UtcMillis made_at{};
};

/// At the opening: the sealer holds all of them, and uses the newest. `conflict` where one was
/// wrapped by a master key that the key file does not hold.
base::Result<> hold_data_keys(Reader& reader);

/// The oldest first.
std::vector<DataKey> list_data_keys(Reader& reader);
/// Which one seals; 0: none yet, a key derived from the master file does.
crypto::KeyVersion sealing_key(Reader& reader);
/// A rotation was begun and has not ended.
bool is_rotating(Reader& reader);

/// A fresh key, which the sealer holds; `use_data_key` once the transaction has lasted. `conflict`
/// where all numbers are taken.
base::Result<crypto::KeyVersion> add_data_key(Transaction& transaction, bool rotating);
/// Destroys all others: nothing that they sealed is left.
void keep_only_data_key(Transaction& transaction, crypto::KeyVersion version);

}  // namespace hub::store
