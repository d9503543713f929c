#include "hub/store/attendance.hpp"

namespace hub::store {
namespace {

constexpr std::string_view copy_table = "sitting_copies";

}  // namespace

bool record_attendance(Transaction& transaction, SeatRow seat, bool attended,
                       std::string_view officer) {
  return transaction.execute(
             "INSERT INTO sitting_attendance (seat, attended, recorded_by, recorded_at) "
             "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
             {seat, attended ? 1 : 0, officer, transaction.now()}) > 0;
}

std::optional<bool> attendance_of(Reader& reader, SeatRow seat) {
  const auto said =
      reader.integer("SELECT attended FROM sitting_attendance WHERE seat = ?", {seat});
  return said ? std::optional(*said != 0) : std::nullopt;
}

bool attendance_begun(Reader& reader, SittingRow sitting) {
  return reader
      .integer(
          "SELECT 1 FROM sitting_attendance a JOIN sitting_seats s ON s.id = a.seat "
          "WHERE s.sitting = ? LIMIT 1",
          {sitting})
      .has_value();
}

std::int64_t attendees_of(Reader& reader, const StoredAgendaItem& item) {
  return reader
      .integer(
          "SELECT count(*) FROM sitting_attendance a JOIN sitting_seats s ON s.id = a.seat "
          "WHERE a.attended = 1 AND s.sitting = ? AND (s.item IS NULL OR s.item = ?)",
          {item.of.sitting, item.row})
      .value_or(0);
}

std::int64_t hand_copy(Transaction& transaction, const StoredSeat& seat, std::string_view holder,
                       std::string_view officer) {
  const auto id = transaction.new_id<base::Id<struct CopyTag>>();
  const auto sealed = transaction.seal(copy_table, id.bytes(), holder);
  const auto number =
      transaction
          .integer("SELECT ifnull(max(number), 0) + 1 FROM sitting_copies WHERE sitting = ?",
                   {seat.of.sitting})
          .value_or(1);
  transaction.execute(
      "INSERT INTO sitting_copies (uuid, sitting, seat, number, handed_by, handed_at, reader) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      {id, seat.of.sitting, seat.row, number, officer, transaction.now(), blob_of(sealed)});
  return number;
}

bool return_copy(Transaction& transaction, SittingRow sitting, std::int64_t number,
                 std::string_view officer) {
  return transaction.execute(
             "UPDATE sitting_copies SET returned_by = ?, returned_at = ? "
             "WHERE sitting = ? AND number = ? AND returned_at IS NULL",
             {officer, transaction.now(), sitting, number}) > 0;
}

std::vector<StoredCopy> copies_of(Reader& reader, SittingRow sitting) {
  Cursor rows = reader.query(
      "SELECT uuid, number, seat, reader, handed_at, returned_at FROM sitting_copies "
      "WHERE sitting = ? ORDER BY number",
      {sitting});
  std::vector<StoredCopy> all;
  while (rows.next()) {
    const auto holder = reader.open(copy_table, rows.bytes<16>(0), rows.blob(3));
    all.push_back({rows.integer(1), rows.row<SeatRow>(2), std::string(holder.look_inside()),
                   rows.time(4), rows.time_or_null(5)});
  }
  return all;
}

}  // namespace hub::store
