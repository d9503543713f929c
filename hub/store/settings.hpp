// Small facts about the installation itself, by name.
#pragma once

#include "hub/store/transaction.hpp"

namespace hub::store {

std::optional<std::string> read_setting(Reader& reader, std::string_view name);
/// Of the machine's own bookkeeping: no audit row is asked for.
void note_setting(Transaction& transaction, std::string_view name, std::string_view value);
void keep_setting(Transaction& transaction, std::string_view name, std::string_view value);

}  // namespace hub::store
