#include "hub/store/idempotent_requests.hpp"

namespace hub::store {
namespace {

constexpr std::chrono::hours kept(24);

}  // namespace

std::optional<EarlierAnswer> begin_request(Transaction& transaction,
                                           const IdempotentRequest& request) {
  transaction.upkeep("DELETE FROM idempotent_requests WHERE begun_at < ?",
                     {transaction.now() - kept});
  {
    Cursor rows = transaction.query(
        "SELECT request, status, body FROM idempotent_requests WHERE asker = ? AND key = ?",
        {request.asker, request.key});
    if (rows.next()) {
      return EarlierAnswer{rows.bytes<16>(0) == request.request, static_cast<int>(rows.integer(1)),
                           std::string(rows.text(2))};
    }
  }
  transaction.upkeep(
      "INSERT INTO idempotent_requests (asker, key, request, begun_at, status, body) "
      "VALUES (?, ?, ?, ?, 0, '')",
      {request.asker, request.key, request.request, transaction.now()});
  return std::nullopt;
}

void finish_request(Transaction& transaction, const IdempotentRequest& request, int status,
                    std::string_view body) {
  transaction.upkeep(
      "UPDATE idempotent_requests SET status = ?, body = ? WHERE asker = ? AND key = ?",
      {status, body, request.asker, request.key});
}

void drop_request(Transaction& transaction, const IdempotentRequest& request) {
  transaction.upkeep("DELETE FROM idempotent_requests WHERE asker = ? AND key = ?",
                     {request.asker, request.key});
}

}  // namespace hub::store
