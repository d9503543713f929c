// Which version of its adapter a source was switched to, by whom, and what went back.
#pragma once

#include <vector>

#include "hub/crypto/sha256.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

struct AdapterChoice {
  std::string source;
  std::string chosen_by;
  std::string version;    ///< as its manifest tells it
  std::string module;     ///< a file below the data folder's `adapters`; empty: the configured one
  std::string mapping;    ///< checked form; empty: the configured one
  crypto::Digest base{};  ///< of the configured version in whose place it stands
  base::UtcMillis chosen_at{};
};

void choose_adapter(Transaction& transaction, const AdapterChoice& choice);
/// Those that are not undone, the newest first. One holds where its base is still what is
/// configured.
std::vector<AdapterChoice> adapter_choices(Reader& reader, std::string_view source);
/// The one before it holds again; false where there is none to undo.
bool undo_adapter_choice(Transaction& transaction, std::string_view source, std::string_view by);

}  // namespace hub::store
