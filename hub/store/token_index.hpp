// Keyed tokens of records, as a packed column and as the table that finds them. Only inside
// hub/store.
#pragma once

#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

/// A row of the table.
struct TokenRow {
  crypto::Token token = 0;
  RecordRow record;
};

/// Sorted, each once, eight bytes each.
std::string packed(std::vector<crypto::Token> tokens);
std::vector<crypto::Token> unpacked(std::string_view bytes);

/// Brings the table from the old tokens of a record to the new; both packed.
void change_tokens(Transaction& transaction, RecordRow record, std::string_view before,
                   std::string_view after);
/// Adds them all, in their order: neighbours stand on one page.
void add_tokens(Transaction& transaction, std::vector<TokenRow>& rows);

}  // namespace hub::store
