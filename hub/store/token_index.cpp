#include "hub/store/token_index.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <tuple>

namespace hub::store {
namespace {

void insert(Transaction& transaction, const TokenRow& row) {
  transaction.execute("INSERT INTO tokens (token, record) VALUES (?, ?)", {row.token, row.record});
}

/// A statement costs more than a row.
constexpr std::size_t rows_together = 8;

void insert_together(Transaction& transaction, const TokenRow* row) {
  transaction.execute(
      "INSERT INTO tokens (token, record) "
      "VALUES (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?)",
      {row[0].token, row[0].record, row[1].token, row[1].record, row[2].token, row[2].record,
       row[3].token, row[3].record, row[4].token, row[4].record, row[5].token, row[5].record,
       row[6].token, row[6].record, row[7].token, row[7].record});
}

}  // namespace

std::string packed(std::vector<crypto::Token> tokens) {
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return std::string(reinterpret_cast<const char*>(tokens.data()),
                     tokens.size() * sizeof(crypto::Token));
}

std::vector<crypto::Token> unpacked(std::string_view bytes) {
  std::vector<crypto::Token> tokens(bytes.size() / sizeof(crypto::Token));
  if (!tokens.empty())
    std::memcpy(tokens.data(), bytes.data(), tokens.size() * sizeof(crypto::Token));
  return tokens;
}

void change_tokens(Transaction& transaction, RecordRow record, std::string_view before,
                   std::string_view after) {
  if (before == after) return;
  const auto old_tokens = unpacked(before);
  const auto new_tokens = unpacked(after);
  std::vector<crypto::Token> gone;
  std::vector<crypto::Token> come;
  std::set_difference(old_tokens.begin(), old_tokens.end(), new_tokens.begin(), new_tokens.end(),
                      std::back_inserter(gone));
  std::set_difference(new_tokens.begin(), new_tokens.end(), old_tokens.begin(), old_tokens.end(),
                      std::back_inserter(come));
  for (const crypto::Token token : gone)
    transaction.execute("DELETE FROM tokens WHERE token = ? AND record = ?", {token, record});
  for (const crypto::Token token : come)
    insert(transaction, {token, record});
}

void add_tokens(Transaction& transaction, std::vector<TokenRow>& rows) {
  std::sort(rows.begin(), rows.end(), [](const TokenRow& left, const TokenRow& right) {
    return std::tie(left.token, left.record) < std::tie(right.token, right.record);
  });
  std::size_t at = 0;
  for (; at + rows_together <= rows.size(); at += rows_together)
    insert_together(transaction, rows.data() + at);
  for (; at < rows.size(); ++at)
    insert(transaction, rows[at]);
}

}  // namespace hub::store
