// Sittings of the municipality's bodies: what is heard on which ground, about whom, and who sits.
// The profile knows the bodies and their members; here stands what happened.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/gate_facts.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

using SittingId = base::Id<struct SittingTag>;
using SittingRow = RowId<struct SittingRowTag>;
using AgendaId = base::Id<struct AgendaTag>;
using AgendaRow = RowId<struct AgendaRowTag>;
using SeatId = base::Id<struct SeatTag>;
using SeatRow = RowId<struct SeatRowTag>;

struct NewSitting {
  std::string body;     ///< code of the profile's forum
  std::string held_on;  ///< ISO day in Japan
  std::string convener;
  std::string chair;  ///< empty where the body names none
  std::string officer;
};

struct StoredSitting {
  SittingRow row;
  SittingId id;
  NewSitting of;
  base::UtcMillis opened_at{};
};

struct NewAgendaItem {
  SittingRow sitting;
  CaseRow about;
  std::string function;  ///< code of legal_bases.yaml
  std::string as_of;     ///< version of that law
  std::string purpose;
  bool declared_part = false;
  bool decided = false;
  std::vector<PersonRow> persons{};  ///< whom it is about, each once
  std::string officer;
};

struct StoredAgendaItem {
  AgendaRow row;
  AgendaId id;
  NewAgendaItem of;
};

/// How somebody came to sit: from the body's table, or invited by the chair, or neither.
enum class Called : std::uint8_t { no, from_table, by_chair };
enum class Secrecy : std::uint8_t { none, law, pledge };

struct NewSeat {
  SittingRow sitting;
  AgendaRow item{};   ///< none: the whole sitting
  std::string party;  ///< empty: the profile does not know it
  domain::RecipientKind kind = domain::RecipientKind::unknown;
  Called called = Called::no;
  Secrecy secrecy = Secrecy::none;
  std::string name;      ///< as it stands on the paper; is sealed
  std::string document;  ///< number of the pledge, or the law; is sealed
  std::string officer;
};

struct StoredSeat {
  SeatRow row;
  SeatId id;
  NewSeat of;
  base::UtcMillis seated_at{};
  std::optional<base::UtcMillis> left_at;
};

SittingId add_sitting(Transaction& transaction, const NewSitting& sitting);
/// Nothing where the sitting hears that case on that ground already.
std::optional<AgendaId> add_agenda_item(Transaction& transaction, const NewAgendaItem& item);
SeatId add_seat(Transaction& transaction, const NewSeat& seat);
/// False where it was left before.
bool leave_seat(Transaction& transaction, SeatRow row);

std::optional<StoredSitting> find_sitting(Reader& reader, const SittingId& id);
std::optional<StoredSitting> read_sitting(Reader& reader, SittingRow row);
/// The latest day first.
std::vector<StoredSitting> list_sittings(Reader& reader, std::size_t at_most);
std::optional<StoredAgendaItem> find_agenda_item(Reader& reader, const AgendaId& id);
std::optional<StoredAgendaItem> read_agenda_item(Reader& reader, AgendaRow row);
/// In the order in which they were added.
std::vector<StoredAgendaItem> agenda_of(Reader& reader, SittingRow row);
std::optional<StoredSeat> find_seat(Reader& reader, const SeatId& id);
std::optional<StoredSeat> read_seat(Reader& reader, SeatRow row);
/// In the order in which they were given, those that were left too.
std::vector<StoredSeat> seats_of(Reader& reader, SittingRow row);

/// "from_table", "pledge" …
std::string_view name_of(Called called) noexcept;
std::string_view name_of(Secrecy secrecy) noexcept;

}  // namespace hub::store
