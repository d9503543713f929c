// Modules that sources were switched to. They run as files; here they are held so that a backup has
// them, and a file that is gone or is another can be put back.
#pragma once

#include <optional>
#include <string>

#include "hub/store/transaction.hpp"

namespace hub::store {

struct AdapterModule {
  std::string name;   ///< as AdapterChoice::module
  std::string note;   ///< what a publisher signed of it; empty: nobody did
  std::string bytes;  ///< at most adapter::module_bytes
};

/// One that is held already takes the note.
void hold_module(Transaction& transaction, const AdapterModule& module);
std::optional<AdapterModule> find_module(Reader& reader, std::string_view name);

}  // namespace hub::store
