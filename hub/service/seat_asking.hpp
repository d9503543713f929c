// What the gate is asked for one seat under one agenda item: on the item's own ground, in the forum
// as it sits there.
#pragma once

#include <map>
#include <vector>

#include "hub/domain/legal_basis.hpp"
#include "hub/service/situation.hpp"
#include "hub/store/sittings.hpp"

namespace hub::service {

/// Who of a case's agenda item somebody is: the case's person, who lives with one, or who has left
/// since.
class CasePeople {
 public:
  CasePeople(store::Reader& reader, store::CaseRow about);

  [[nodiscard]] domain::Subject subject(store::PersonRow person) const;

 private:
  std::vector<store::PersonRow> focus_;
  std::vector<store::PersonRow> household_;
};

struct Hearing {
  store::StoredSitting sitting;
  store::StoredSeat seat;
  store::StoredAgendaItem item;
};

/// Borrows the hearing, the recipient and the ground; `ground`: null where none is in force.
Asking asking_of_seat(store::Reader& reader, const Book& book, const Hearing& hearing,
                      const Recipient& recipient, const domain::LegalBasis* ground);

/// What stands released for the item, record by record.
std::map<store::RecordRow, Released> released_for(store::Reader& reader, store::AgendaRow item);

}  // namespace hub::service
