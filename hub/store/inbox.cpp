#include "hub/store/inbox.hpp"

#include "hub/store/recent_deliveries.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "inbox";

std::string_view row_of(const base::MessageId& id) {
  return crypto::text_of(crypto::ByteView(id.bytes()));
}

InboxItem item_from(Reader& reader, const Cursor& row) {
  const auto id = row.id<base::MessageId>(1);
  return {.row = row.row<InboxRow>(0),
          .id = id,
          .at = row.time(2),
          .partner = std::string(row.text(3)),
          .state = static_cast<InboxState>(row.integer(4)),
          .reason = std::string(row.text(5)),
          .body = reader.open(table, id.bytes(), row.blob(6))};
}

base::Result<Receipt> answer_again(Transaction& transaction, InboxRow row,
                                   const crypto::Digest& body_hash) {
  Cursor rows = transaction.query("SELECT uuid, body_hash FROM inbox WHERE id = ?", {row});
  if (!rows.next()) throw CorruptRow("the inbox index names row " + std::to_string(row.value));
  if (rows.bytes<32>(1) != body_hash)
    return base::fail(base::Kind::conflict, "this id was used for another body");
  return Receipt{row, rows.id<base::MessageId>(0), true};
}

InboxRow add(Transaction& transaction, const PreparedDelivery& delivery) {
  // Sealed before the writer's turn: anew, where the key has changed since.
  const auto anew =
      transaction.keys().sealer().renewed({table, row_of(delivery.id)}, delivery.body);
  const auto row = transaction.insert<InboxRow>(
      "INSERT INTO inbox (uuid, at, partner, delivery, body_hash, body) VALUES (?, ?, ?, ?, ?, ?)",
      {delivery.id, transaction.now(), delivery.partner, delivery.delivery, delivery.body_hash,
       blob_of(anew ? *anew : delivery.body)});
  RecentDeliveries& known = transaction.deliveries();
  known.remember(delivery.delivery, row);
  transaction.on_rollback([&known, key = delivery.delivery] { known.forget(key); });
  return row;
}

}  // namespace

PreparedDelivery prepare_delivery(const crypto::Keys& keys, const base::Clock& clock,
                                  base::Random& random, const Delivery& delivery) {
  PreparedDelivery prepared;
  prepared.partner = delivery.partner;
  prepared.id = base::MessageId::make(clock.now(), random);
  std::string name(delivery.partner);
  name.append(1, '\0').append(delivery.id);
  prepared.delivery = keys.tokens(crypto::Purpose::delivery_id).wide(name);
  prepared.body_hash = crypto::sha256(crypto::bytes_of(delivery.body));
  prepared.body = keys.sealer().seal({table, row_of(prepared.id)}, delivery.body);
  return prepared;
}

base::Result<Receipt> receive(Transaction& transaction, const PreparedDelivery& delivery) {
  const InboxRow before = transaction.deliveries().find(delivery.delivery);
  if (before) return answer_again(transaction, before, delivery.body_hash);
  const InboxRow row = add(transaction, delivery);
  audit::Entry entry;
  entry.actor = "partner/" + delivery.partner;
  entry.action = "inbox.received";
  entry.objects.push_back("message/" + delivery.id.text());
  transaction.audit(entry);
  return Receipt{row, delivery.id, false};
}

std::vector<InboxItem> list_waiting(Reader& reader, std::size_t at_most) {
  Cursor rows = reader.query(
      "SELECT id, uuid, at, partner, state, reason, body FROM inbox WHERE state = 0 "
      "ORDER BY id LIMIT ?",
      {at_most});
  std::vector<InboxItem> items;
  while (rows.next())
    items.push_back(item_from(reader, rows));
  return items;
}

std::optional<InboxItem> read_inbox(Reader& reader, InboxRow row) {
  Cursor rows = reader.query(
      "SELECT id, uuid, at, partner, state, reason, body FROM inbox WHERE id = ?", {row});
  return rows.next() ? std::optional(item_from(reader, rows)) : std::nullopt;
}

void destroy_inbox(Transaction& transaction, const InboxItem& item) {
  const std::string nothing = transaction.seal(table, item.id.bytes(), "");
  transaction.execute("UPDATE inbox SET body = ? WHERE id = ?", {blob_of(nothing), item.row});
}

void close_inbox(Transaction& transaction, InboxRow row, InboxState state,
                 std::string_view reason) {
  transaction.execute("UPDATE inbox SET state = ?, reason = ? WHERE id = ?",
                      {static_cast<int>(state), reason, row});
}

}  // namespace hub::store
