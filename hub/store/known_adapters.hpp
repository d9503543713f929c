// What read each source last, so that it is noticed when that loses its signature, or is another
// one after a restore.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/crypto/sha256.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

struct KnownAdapter {
  std::string source;
  std::string adapter;
  std::string version;  ///< as its manifest tells it
  crypto::Digest sha256{};
  std::string publisher;  ///< who signed it, in base64; empty: nobody
  bool awaited = false;   ///< nothing else reads the source since the restore
};

std::optional<KnownAdapter> find_known_adapter(Reader& reader, std::string_view source);
std::vector<KnownAdapter> list_known_adapters(Reader& reader);
/// In place of what was known of its source.
void know_adapter(Transaction& transaction, const KnownAdapter& adapter);
/// A person takes whatever stands there now. False where nothing was known.
bool forget_known_adapter(Transaction& transaction, std::string_view source);
/// After a restore: each source waits for what read it.
void await_known_adapters(Transaction& transaction);

}  // namespace hub::store
