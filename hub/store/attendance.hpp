// Who of the seats sat, and the numbered paper copies that they got.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/store/sittings.hpp"

namespace hub::store {

/// Said once: false where it was said before.
bool record_attendance(Transaction& transaction, SeatRow seat, bool attended,
                       std::string_view officer);
/// Nothing where nobody said.
std::optional<bool> attendance_of(Reader& reader, SeatRow seat);
/// Whether anybody's attendance was said.
bool attendance_begun(Reader& reader, SittingRow sitting);
/// Seats that heard the item and sat.
std::int64_t attendees_of(Reader& reader, const StoredAgendaItem& item);

struct StoredCopy {
  std::int64_t number = 0;
  SeatRow seat;
  std::string reader;  ///< who holds it
  base::UtcMillis handed_at{};
  std::optional<base::UtcMillis> returned_at;
};

/// The copy's number, one after the other in its sitting. `holder` is sealed.
std::int64_t hand_copy(Transaction& transaction, const StoredSeat& seat, std::string_view holder,
                       std::string_view officer);
/// False where there is none of that number, or it came back before.
bool return_copy(Transaction& transaction, SittingRow sitting, std::int64_t number,
                 std::string_view officer);
/// By number; those that came back too.
std::vector<StoredCopy> copies_of(Reader& reader, SittingRow sitting);

}  // namespace hub::store
