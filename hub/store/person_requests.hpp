// Requests of persons about their own data, and who has to be told of what came of them.
#pragma once

#include <vector>

#include "hub/domain/item.hpp"
#include "hub/domain/person_request.hpp"
#include "hub/store/outbox.hpp"
#include "hub/store/persons.hpp"

namespace hub::store {

using RequestId = base::Id<struct RequestTag>;
using RequestRow = RowId<struct RequestRowTag>;

struct NewRequest {
  PersonRow person{};
  domain::RequestKind kind = domain::RequestKind::disclosure;
  domain::Requester requester = domain::Requester::self;
  domain::Labels items{};  ///< that it is about; none: all
  std::chrono::year_month_day received{};
  std::string document{};  ///< number of the paper that holds its words; is sealed
};

struct StoredRequest {
  RequestRow row;
  RequestId id;
  PersonRow person;
  domain::RequestKind kind = domain::RequestKind::disclosure;
  domain::Requester requester = domain::Requester::self;
  domain::Labels items;
  std::string received_day;
  std::string due_day;  ///< the last day in time
  std::optional<base::UtcMillis> prolonged_at;
  std::optional<base::UtcMillis> answered_at;
  std::optional<domain::RequestAnswer> answer;
  domain::Labels granted;                 ///< of `partly`: kinds of data; none: as asked
  std::vector<std::string> granted_from;  ///< and towards which agencies; none: towards all
  std::string document;
};

/// What was decided.
struct Decided {
  domain::RequestAnswer answer = domain::RequestAnswer::refused;
  domain::Labels items{};                 ///< of `partly`; none: as asked
  std::vector<std::string> recipients{};  ///< codes of agencies; none: all
};

StoredRequest open_request(Transaction& transaction, const NewRequest& request);
std::optional<StoredRequest> find_request(Reader& reader, const RequestId& id);
/// Open ones first, those that are due soonest before others; then the newest answered.
std::vector<StoredRequest> list_requests(Reader& reader, std::size_t at_most);
std::vector<StoredRequest> requests_of(Reader& reader, PersonRow person);
/// Until that day, or by thirty days. False where it was prolonged or answered before.
bool prolong_request(Transaction& transaction, const StoredRequest& request,
                     const std::optional<std::chrono::year_month_day>& until);
/// False where it was answered before.
bool answer_request(Transaction& transaction, RequestRow row, const Decided& decided);

/// Open requests whose last day is that day or before.
std::int64_t count_requests_due(Reader& reader, std::string_view day);

/// Somebody who got what was corrected.
struct Holder {
  std::string recipient;  ///< as the log of disclosures names him
  ReferralRow referral;   ///< none: it went otherwise, as a sitting's paper
  OutboxRow order;        ///< none: he is told by hand
  std::optional<base::UtcMillis> told_at;
};

void add_holder(Transaction& transaction, RequestRow request, const Holder& holder);
/// `told_at` of one with an order: when that arrived.
std::vector<Holder> holders_of(Reader& reader, RequestRow request);
/// By hand; false where there is none of that name who was not told.
bool mark_told(Transaction& transaction, RequestRow request, std::string_view recipient);
/// Who has not been told yet, by an order that arrived or by hand.
std::int64_t count_untold(Reader& reader);

}  // namespace hub::store
