#include "hub/store/sittings.hpp"

#include <array>

namespace hub::store {
namespace {

constexpr std::string_view seat_table = "sitting_seats";
constexpr std::int64_t name_part = 0;
constexpr std::int64_t document_part = 1;

#define TSUNAGU_SITTING \
  "SELECT id, uuid, body, held_on, convener, chair, opened_by, opened_at FROM sittings "
#define TSUNAGU_AGENDA                                                                    \
  "SELECT id, uuid, sitting, case_id, function, as_of, purpose, declared_part, decided, " \
  "added_by FROM sitting_items "
#define TSUNAGU_SEAT                                                                          \
  "SELECT id, uuid, sitting, item, party, kind, called, secrecy, name, document, seated_by, " \
  "seated_at, left_at FROM sitting_seats "

std::vector<StoredSitting> sittings_in(Cursor rows) {
  std::vector<StoredSitting> all;
  while (rows.next()) {
    all.push_back({rows.row<SittingRow>(0),
                   rows.id<SittingId>(1),
                   {.body = std::string(rows.text(2)),
                    .held_on = std::string(rows.text(3)),
                    .convener = std::string(rows.text(4)),
                    .chair = std::string(rows.text(5)),
                    .officer = std::string(rows.text(6))},
                   rows.time(7)});
  }
  return all;
}

std::vector<PersonRow> persons_in(Reader& reader, AgendaRow row) {
  std::vector<PersonRow> persons;
  Cursor rows =
      reader.query("SELECT person FROM sitting_item_persons WHERE item = ? ORDER BY person", {row});
  while (rows.next())
    persons.push_back(rows.row<PersonRow>(0));
  return persons;
}

std::vector<StoredAgendaItem> agenda_in(Reader& reader, Cursor rows) {
  std::vector<StoredAgendaItem> all;
  while (rows.next()) {
    const auto row = rows.row<AgendaRow>(0);
    all.push_back({row,
                   rows.id<AgendaId>(1),
                   {.sitting = rows.row<SittingRow>(2),
                    .about = rows.row<CaseRow>(3),
                    .function = std::string(rows.text(4)),
                    .as_of = std::string(rows.text(5)),
                    .purpose = std::string(rows.text(6)),
                    .declared_part = rows.integer(7) != 0,
                    .decided = rows.integer(8) != 0,
                    .persons = persons_in(reader, row),
                    .officer = std::string(rows.text(9))}});
  }
  return all;
}

std::string opened(Reader& reader, const SeatId& id, std::string_view sealed, std::int64_t part) {
  const auto inside = reader.open(seat_table, id.bytes(), sealed, part);
  return std::string(inside.look_inside());
}

StoredSeat seat_in(Reader& reader, const Cursor& row) {
  StoredSeat seat;
  seat.row = row.row<SeatRow>(0);
  seat.id = row.id<SeatId>(1);
  seat.of.sitting = row.row<SittingRow>(2);
  if (!row.is_null(3)) seat.of.item = row.row<AgendaRow>(3);
  seat.of.party = row.text(4);
  seat.of.kind = domain::recipient_kind_from(row.text(5));
  seat.of.called = static_cast<Called>(row.integer(6));
  seat.of.secrecy = static_cast<Secrecy>(row.integer(7));
  seat.of.name = opened(reader, seat.id, row.blob(8), name_part);
  seat.of.document = opened(reader, seat.id, row.blob(9), document_part);
  seat.of.officer = row.text(10);
  seat.seated_at = row.time(11);
  seat.left_at = row.time_or_null(12);
  return seat;
}

std::vector<StoredSeat> seats_in(Reader& reader, Cursor rows) {
  std::vector<StoredSeat> all;
  while (rows.next())
    all.push_back(seat_in(reader, rows));
  return all;
}

template <class Some>
auto first_of(Some all) {
  using One = typename Some::value_type;
  return all.empty() ? std::optional<One>() : std::optional<One>(std::move(all.front()));
}

}  // namespace

SittingId add_sitting(Transaction& transaction, const NewSitting& sitting) {
  const auto id = transaction.new_id<SittingId>();
  transaction.execute(
      "INSERT INTO sittings (uuid, body, held_on, convener, chair, opened_by, opened_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      {id, sitting.body, sitting.held_on, sitting.convener, sitting.chair, sitting.officer,
       transaction.now()});
  return id;
}

std::optional<AgendaId> add_agenda_item(Transaction& transaction, const NewAgendaItem& item) {
  const auto id = transaction.new_id<AgendaId>();
  const bool added =
      transaction.execute(
          "INSERT INTO sitting_items (uuid, sitting, case_id, function, as_of, purpose, "
          "declared_part, decided, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT (sitting, case_id, function) DO NOTHING",
          {id, item.sitting, item.about, item.function, item.as_of, item.purpose,
           item.declared_part ? 1 : 0, item.decided ? 1 : 0, item.officer, transaction.now()}) > 0;
  if (!added) return std::nullopt;
  const AgendaRow row{transaction.last_row()};
  for (const auto person : item.persons)
    transaction.execute("INSERT INTO sitting_item_persons (item, person) VALUES (?, ?)",
                        {row, person});
  return id;
}

SeatId add_seat(Transaction& transaction, const NewSeat& seat) {
  const auto id = transaction.new_id<SeatId>();
  const auto name = transaction.seal(seat_table, id.bytes(), seat.name, name_part);
  const auto document = transaction.seal(seat_table, id.bytes(), seat.document, document_part);
  transaction.execute(
      "INSERT INTO sitting_seats (uuid, sitting, item, party, kind, called, secrecy, name, "
      "document, seated_by, seated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {id, seat.sitting, or_null(seat.item), seat.party, domain::name_of(seat.kind),
       static_cast<int>(seat.called), static_cast<int>(seat.secrecy), blob_of(name),
       blob_of(document), seat.officer, transaction.now()});
  return id;
}

bool leave_seat(Transaction& transaction, SeatRow row) {
  return transaction.execute(
             "UPDATE sitting_seats SET left_at = ? WHERE id = ? AND left_at IS NULL",
             {transaction.now(), row}) > 0;
}

std::optional<StoredSitting> find_sitting(Reader& reader, const SittingId& id) {
  return first_of(sittings_in(reader.query(TSUNAGU_SITTING "WHERE uuid = ?", {id})));
}

std::optional<StoredSitting> read_sitting(Reader& reader, SittingRow row) {
  return first_of(sittings_in(reader.query(TSUNAGU_SITTING "WHERE id = ?", {row})));
}

std::vector<StoredSitting> list_sittings(Reader& reader, std::size_t at_most) {
  return sittings_in(
      reader.query(TSUNAGU_SITTING "ORDER BY held_on DESC, id DESC LIMIT ?", {at_most}));
}

std::optional<StoredAgendaItem> find_agenda_item(Reader& reader, const AgendaId& id) {
  return first_of(agenda_in(reader, reader.query(TSUNAGU_AGENDA "WHERE uuid = ?", {id})));
}

std::optional<StoredAgendaItem> read_agenda_item(Reader& reader, AgendaRow row) {
  return first_of(agenda_in(reader, reader.query(TSUNAGU_AGENDA "WHERE id = ?", {row})));
}

std::vector<StoredAgendaItem> agenda_of(Reader& reader, SittingRow row) {
  return agenda_in(reader, reader.query(TSUNAGU_AGENDA "WHERE sitting = ? ORDER BY id", {row}));
}

std::optional<StoredSeat> find_seat(Reader& reader, const SeatId& id) {
  return first_of(seats_in(reader, reader.query(TSUNAGU_SEAT "WHERE uuid = ?", {id})));
}

std::optional<StoredSeat> read_seat(Reader& reader, SeatRow row) {
  return first_of(seats_in(reader, reader.query(TSUNAGU_SEAT "WHERE id = ?", {row})));
}

std::vector<StoredSeat> seats_of(Reader& reader, SittingRow row) {
  return seats_in(reader, reader.query(TSUNAGU_SEAT "WHERE sitting = ? ORDER BY id", {row}));
}

std::string_view name_of(Called called) noexcept {
  constexpr std::array<std::string_view, 3> names{"not_called", "from_table", "by_chair"};
  const auto at = static_cast<std::size_t>(called);
  return at < names.size() ? names[at] : names[0];
}

std::string_view name_of(Secrecy secrecy) noexcept {
  constexpr std::array<std::string_view, 3> names{"not_bound", "by_law", "by_pledge"};
  const auto at = static_cast<std::size_t>(secrecy);
  return at < names.size() ? names[at] : names[0];
}

}  // namespace hub::store
