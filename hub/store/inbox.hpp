// Webhooks as delivered: raw bytes and id are stored, then answered, then processed. The same id
// and body get the same answer, also after a restart; the same id with another body is a conflict
// (SAFETY 7).
#pragma once

#include <vector>

#include "hub/crypto/sha256.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

/// Stored as a number.
enum class InboxState : std::uint8_t { waiting = 0, done = 1, refused = 2 };

struct Delivery {
  std::string_view partner;
  std::string_view id;    ///< webhook-id, or Idempotency-Key
  std::string_view body;  ///< raw bytes, verified
};

struct Receipt {
  InboxRow row;
  base::MessageId id;
  bool duplicate = false;  ///< answered as the first time
};

/// Everything about a delivery that can be made before it is the writer's turn: any thread.
struct PreparedDelivery {
  std::string partner;
  base::MessageId id;
  crypto::WideToken delivery{};  ///< token of partner and id
  crypto::Digest body_hash{};
  std::string body;  ///< sealed
};

PreparedDelivery prepare_delivery(const crypto::Keys& keys, const base::Clock& clock,
                                  base::Random& random, const Delivery& delivery);
/// `conflict` where the id came before with another body. A new one also writes its audit row.
base::Result<Receipt> receive(Transaction& transaction, const PreparedDelivery& delivery);

struct InboxItem {
  InboxRow row;
  base::MessageId id;
  base::UtcMillis at{};
  std::string partner;
  InboxState state = InboxState::waiting;
  std::string reason;
  crypto::Opened body;
};

/// What is not processed yet, the oldest first.
std::vector<InboxItem> list_waiting(Reader& reader, std::size_t at_most);
std::optional<InboxItem> read_inbox(Reader& reader, InboxRow row);
/// A number that may not be kept was in it: its bytes go in this transaction (SAFETY 24).
void destroy_inbox(Transaction& transaction, const InboxItem& item);
void close_inbox(Transaction& transaction, InboxRow row, InboxState state, std::string_view reason);

}  // namespace hub::store
