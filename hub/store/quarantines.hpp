// Which adapters died too often and wait for a person, over restarts.
#pragma once

#include <optional>
#include <string>

#include "hub/store/transaction.hpp"

namespace hub::store {

/// The last death; names files and settings, never a person.
struct QuarantineRow {
  base::UtcMillis since{};
  std::string cause;
  int code = 0;
  std::string fault;
};

/// One that stands already stays as it is.
void quarantine_adapter(Transaction& transaction, std::string_view source,
                        const QuarantineRow& row);
std::optional<QuarantineRow> find_quarantine(Reader& reader, std::string_view source);
/// False where none stood.
bool release_quarantine(Transaction& transaction, std::string_view source);

}  // namespace hub::store
