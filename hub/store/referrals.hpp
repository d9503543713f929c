// Referrals and the history of their states. Status words are hub/domain's.
#pragma once

#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

struct ReferralRef {
  ReferralRow row;
  base::ReferralId id;
};

struct NewReferral {
  CaseRow case_row{};
  PersonRow person{};
  std::string from_desk{};
  std::string to_desk{};
  std::string reason{};
  std::string legal_basis{};
  std::string status{};
  std::string correlation{};
  std::string origin{};  ///< what made it (a record's id, a delivery's): a second one is refused
  std::optional<base::UtcMillis> due_at{};
  std::string body{};  ///< JSON; is sealed
};

struct StoredReferral {
  ReferralRow row;
  base::ReferralId id;
  CaseRow case_row;
  PersonRow person;
  std::string from_desk;
  std::string to_desk;
  std::string reason;
  std::string legal_basis;
  std::string status;
  std::string correlation;
  std::optional<base::UtcMillis> due_at;
  base::UtcMillis created_at{};
  base::UtcMillis changed_at{};
  crypto::Opened body;
};

struct ReferralEvent {
  base::UtcMillis at{};
  std::string actor;
  std::string from_status;
  std::string to_status;
  std::string reason;
};

/// Nothing where `origin` has made one already.
std::optional<ReferralRef> create_referral(Transaction& transaction, const NewReferral& referral,
                                           std::string_view actor);
std::optional<ReferralRef> find_by_origin(Reader& reader, std::string_view origin);
/// Moves on and writes the event; false where it is not in `from` any more.
bool set_referral_status(Transaction& transaction, ReferralRow row, std::string_view from,
                         std::string_view to, std::string_view actor, std::string_view reason);
void set_referral_body(Transaction& transaction, const ReferralRef& ref, std::string_view body);
void set_referral_desk(Transaction& transaction, ReferralRow row, std::string_view desk);
void set_referral_case(Transaction& transaction, ReferralRow row, CaseRow case_row);

std::optional<StoredReferral> read_referral(Reader& reader, ReferralRow row);
std::optional<StoredReferral> find_referral(Reader& reader, const base::ReferralId& id);
std::vector<ReferralEvent> events_of(Reader& reader, ReferralRow row);
/// The newest first; `status` empty: all.
std::vector<ReferralRow> list_referrals(Reader& reader, std::string_view status,
                                        std::size_t at_most);
std::int64_t count_referrals(Reader& reader, std::string_view status);
std::vector<ReferralRow> referrals_of(Reader& reader, CaseRow case_row);
std::vector<ReferralRow> referrals_of(Reader& reader, PersonRow person);

}  // namespace hub::store
