// The register of アウトリーチ等: cases whose persons are known and not reached, and each try to
// reach them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

using OutreachId = base::Id<struct OutreachTag>;
using OutreachRow = RowId<struct OutreachRowTag>;
using ContactId = base::Id<struct ContactTag>;

struct StoredOutreach {
  OutreachRow row;
  OutreachId id;
  CaseRow about;
  std::string why;
  std::string basis;  ///< code of legal_bases.yaml
  std::string officer;
  base::UtcMillis opened_at{};
  std::string outcome;
  std::optional<base::UtcMillis> ended_at;
};

struct NewContact {
  OutreachRow of;
  std::string day;   ///< ISO
  std::string step;  ///< gather, arrange, relate, visit, accompany
  bool reached = false;
  std::int64_t minutes = 0;
  std::string basis;
  std::string next_on;
  std::string officer;
  std::string note;  ///< is sealed
};

struct StoredContact {
  ContactId id;
  std::string day;
  std::string step;
  bool reached = false;
  std::int64_t minutes = 0;
  std::string basis;
  std::string next_on;
  std::string officer;
  crypto::Opened note;
};

/// Nothing where the case stands in the register already.
std::optional<OutreachId> open_outreach(Transaction& transaction, CaseRow about,
                                        std::string_view why, std::string_view basis,
                                        std::string_view officer);
/// False where it ended before.
bool end_outreach(Transaction& transaction, OutreachRow row, std::string_view outcome);
ContactId add_contact(Transaction& transaction, const NewContact& contact);

/// Whether the case stands in the register now.
bool is_reached_out_to(Reader& reader, CaseRow about);
std::optional<StoredOutreach> find_outreach(Reader& reader, const OutreachId& id);
/// Open ones first, then the newest.
std::vector<StoredOutreach> list_outreach(Reader& reader, std::size_t at_most);
/// Open ones whose last try named a next day that is not later than `day`, the longest due first.
std::vector<StoredOutreach> due_outreach(Reader& reader, std::string_view day, std::size_t at_most);
/// The oldest first.
std::vector<StoredContact> contacts_of(Reader& reader, OutreachRow row);

}  // namespace hub::store
