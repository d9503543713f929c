#include "hub/store/recent_deliveries.hpp"

#include <algorithm>
#include <vector>

namespace hub::store {

RecentDeliveries::RecentDeliveries(Connection& connection) : connection_(connection) {
  Cursor cursor = connection.query(
      "SELECT id, delivery FROM inbox WHERE id > "
      "coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'inbox_indexed'), 0)",
      {});
  while (cursor.next())
    recent_.emplace(cursor.bytes<16>(1), cursor.row<InboxRow>(0));
}

InboxRow RecentDeliveries::find(const crypto::WideToken& delivery) {
  if (const auto at = recent_.find(delivery); at != recent_.end()) return at->second;
  const Bind values[] = {delivery};
  Cursor cursor = connection_.query("SELECT inbox FROM inbox_index WHERE delivery = ?", values);
  return cursor.next() ? cursor.row<InboxRow>(0) : InboxRow{};
}

void RecentDeliveries::remember(const crypto::WideToken& delivery, InboxRow row) {
  recent_.emplace(delivery, row);
}

void RecentDeliveries::write_index() {
  std::vector<std::pair<crypto::WideToken, InboxRow>> sorted(recent_.begin(), recent_.end());
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [delivery, row] : sorted)
    connection_.execute("INSERT OR IGNORE INTO inbox_index (delivery, inbox) VALUES (?, ?)",
                        {delivery, row});
  connection_.execute(
      "INSERT OR REPLACE INTO meta (name, value) "
      "VALUES ('inbox_indexed', (SELECT CAST(coalesce(max(id), 0) AS TEXT) FROM inbox))");
}

}  // namespace hub::store
