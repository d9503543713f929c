// The weights of this installation as text (linkage.model), sealed: which names are common here is
// nobody else's. The file beside the database is what people read; this is what a backup carries.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hub/store/transaction.hpp"

namespace hub::store {

/// In the place of what was kept before.
void keep_model(Transaction& transaction, std::string_view text);
std::optional<std::string> kept_model(Reader& reader);

}  // namespace hub::store
