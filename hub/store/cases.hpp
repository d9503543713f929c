// Cases: a household's, with the persons it is about. Status words are hub/domain's.
#pragma once

#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

struct CaseRef {
  CaseRow row;
  base::CaseId id;
};

struct StoredCase {
  CaseRow row;
  base::CaseId id;
  HouseholdRow household;
  std::string status;
  base::UtcMillis opened_at{};
  std::optional<base::UtcMillis> reopened_at;
  std::optional<base::UtcMillis> closed_at;
  base::UtcMillis changed_at{};
  crypto::Opened body;
};

struct CasePerson {
  PersonRow person;
  bool focus = false;
};

/// `body`: JSON, is sealed.
CaseRef open_case(Transaction& transaction, HouseholdRow household, std::string_view status,
                  std::string_view body);
/// Moves on; false where it is not in `from` any more. `closed` and `reopened` set their dates.
bool set_case_status(Transaction& transaction, CaseRow row, std::string_view from,
                     std::string_view to);
void set_case_body(Transaction& transaction, const CaseRef& ref, std::string_view body);
void put_case_person(Transaction& transaction, CaseRow row, PersonRow person, bool focus);

std::optional<StoredCase> read_case(Reader& reader, CaseRow row);
/// Of a case that was; nothing of its contents is opened.
std::optional<base::UtcMillis> reopened_at(Reader& reader, CaseRow row);
std::optional<StoredCase> find_case(Reader& reader, const base::CaseId& id);
std::vector<CasePerson> persons_of(Reader& reader, CaseRow row);
/// The same persons in the same order, as the log names them.
std::vector<base::PersonId> person_ids_of(Reader& reader, CaseRow row);
/// Not closed, the newest first.
std::vector<CaseRow> open_cases_of(Reader& reader, PersonRow person);
std::vector<CaseRow> open_cases_of(Reader& reader, HouseholdRow household);
/// The closed one that was closed last.
std::optional<CaseRow> last_closed_case_of(Reader& reader, PersonRow person);
/// All of them, closed ones too, the newest first.
std::vector<CaseRow> cases_of(Reader& reader, PersonRow person);
/// The newest first.
std::vector<CaseRow> list_cases(Reader& reader, std::size_t at_most);
/// The same, of those before that row.
std::vector<CaseRow> list_cases(Reader& reader, CaseRow before, std::size_t at_most);

}  // namespace hub::store
