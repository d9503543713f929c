// Numbers of a fiscal year that staff typed (hub/domain/entered.hpp).
#pragma once

#include <optional>
#include <string_view>

#include "hub/store/transaction.hpp"

namespace hub::store {

void enter_count(Transaction& transaction, int year, std::string_view name, std::int64_t count,
                 std::string_view by);
/// The one that was entered last.
std::optional<std::int64_t> entered_count(Reader& reader, int year, std::string_view name);

}  // namespace hub::store
