// Who sat, and the numbered copies of the papers (さくら市支援会議設置要綱4条4, 5条): whoever
// attended is bound to secrecy, whoever did not gets nothing any more, and what was handed out on
// paper comes back.
#pragma once

#include <string>

#include "hub/service/context.hpp"
#include "hub/store/attendance.hpp"

namespace hub::service {

/// On the day or after it, once. `conflict` for a seat that nothing binds to secrecy.
base::Result<> record_attendance(Context& context, const store::SeatId& seat, bool attended,
                                 const std::string& asker);

/// The copy's number. `holder`: whose name stands on it. `conflict` for a seat that was left or did
/// not attend.
base::Result<std::int64_t> hand_copy(Context& context, const store::SeatId& seat,
                                     const std::string& holder, const std::string& asker);
base::Result<> return_copy(Context& context, const store::SittingId& sitting, std::int64_t number,
                           const std::string& asker);

/// The seats that the officer sits on, which were not left: those of whom he works for.
std::vector<store::StoredSeat> seats_for(store::Reader& reader, const Book& book,
                                         const store::StoredSitting& sitting,
                                         std::string_view asker);

/// Whether the seat may read papers now: nobody who was absent, and once the day has gone by and
/// attendance was taken only who is known to have attended.
bool may_read(store::Reader& reader, const store::StoredSitting& sitting,
              const store::StoredSeat& seat, base::UtcMillis at);

}  // namespace hub::service
