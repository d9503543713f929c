#include "hub/service/sitting_attend.hpp"

#include "hub/domain/person_request.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/sitting.hpp"
#include "hub/service/workplace.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

struct Taken {
  store::StoredSitting sitting;
  store::StoredSeat seat;
};

Result<Taken> taken(store::Reader& reader, const Book& book, const store::SeatId& id,
                    const std::string& asker) {
  const auto seat = store::find_seat(reader, id);
  if (!seat) return fail(Kind::not_found, "no seat " + id.text() + "; see `sitting show`");
  const auto sitting = store::read_sitting(reader, seat->of.sitting);
  if (auto may = officer_of_sitting(book, *sitting, asker); !may) return may.error();
  return Taken{*sitting, *seat};
}

bool is_to_come(const store::StoredSitting& sitting, base::UtcMillis at) {
  const auto day = domain::day_from(sitting.of.held_on);
  return !day || *day > base::jst_day(at);
}

audit::Entry entry_about(const std::string& asker, std::string_view action,
                         const store::StoredSitting& sitting, std::string object) {
  auto entry = entry_of(asker, action, "sitting/" + sitting.id.text());
  entry.objects.push_back(std::move(object));
  return entry;
}

Result<> check_attending(const Taken& of, bool attended, base::UtcMillis at) {
  if (is_to_come(of.sitting, at))
    return fail(Kind::conflict, "the sitting is to come; attendance is recorded on its day");
  if (attended && of.seat.left_at) return fail(Kind::conflict, "the seat was left before");
  if (attended && of.seat.of.secrecy == store::Secrecy::none)
    return fail(Kind::conflict,
                "whoever attends is bound to secrecy; give the seat with --secrecy law or pledge");
  return {};
}

}  // namespace

std::vector<store::StoredSeat> seats_for(store::Reader& reader, const Book& book,
                                         const store::StoredSitting& sitting,
                                         std::string_view asker) {
  const auto* officer = officer_of(book, asker);
  auto seats = store::seats_of(reader, sitting.row);
  std::erase_if(seats, [&](const store::StoredSeat& seat) {
    const auto& party = seat.of.party;
    return officer == nullptr || seat.left_at || party.empty() ||
           !works_for(book.profile, *officer, party);
  });
  return seats;
}

bool may_read(store::Reader& reader, const store::StoredSitting& sitting,
              const store::StoredSeat& seat, base::UtcMillis at) {
  if (const auto attended = store::attendance_of(reader, seat.row)) return *attended;
  const auto day = domain::day_from(sitting.of.held_on);
  return (day && *day >= base::jst_day(at)) || !store::attendance_begun(reader, sitting.row);
}

Result<> record_attendance(Context& context, const store::SeatId& seat, bool attended,
                           const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto of = taken(tx, *book, seat, asker);
    if (!of) return of.error();
    if (auto may = check_attending(*of, attended, tx.now()); !may) return may;
    if (!store::record_attendance(tx, of->seat.row, attended, asker))
      return fail(Kind::conflict, "the seat's attendance was recorded before");
    tx.audit(entry_about(asker, attended ? "sitting.attended" : "sitting.absent", of->sitting,
                         "seat/" + seat.text()));
    return {};
  });
}

Result<std::int64_t> hand_copy(Context& context, const store::SeatId& seat,
                               const std::string& holder, const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<std::int64_t> {
    const auto of = taken(tx, *book, seat, asker);
    if (!of) return of.error();
    if (holder.empty()) return fail(Kind::invalid, "/reader: is missing");
    if (of->seat.left_at || !may_read(tx, of->sitting, of->seat, tx.now()))
      return fail(Kind::conflict,
                  "papers are for those who sit there; the seat was left or absent");
    const auto number = store::hand_copy(tx, of->seat, holder, asker);
    auto entry = entry_about(asker, "sitting.copy_handed", of->sitting, "seat/" + seat.text());
    entry.objects.push_back("copy/" + std::to_string(number));
    tx.audit(entry);
    return number;
  });
}

Result<> return_copy(Context& context, const store::SittingId& id, std::int64_t number,
                     const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto sitting = store::find_sitting(tx, id);
    if (!sitting) return fail(Kind::not_found, "no sitting " + id.text() + "; see `sitting list`");
    if (auto may = officer_of_sitting(*book, *sitting, asker); !may) return may.error();
    if (!store::return_copy(tx, sitting->row, number, asker))
      return fail(Kind::conflict, "no copy of that number is out");
    tx.audit(
        entry_about(asker, "sitting.copy_returned", *sitting, "copy/" + std::to_string(number)));
    return {};
  });
}

}  // namespace hub::service
