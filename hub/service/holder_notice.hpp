// Who holds a copy of a person's data, by the log of disclosures, and how he is told that they were
// corrected (個人情報保護法97条) or may be used no more. The notice names the referral, nobody and
// nothing of anybody: what is true now is pulled, by the gate's decision of that moment.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "hub/audit/entry.hpp"
#include "hub/domain/item.hpp"
#include "hub/service/context.hpp"
#include "hub/store/outbox.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

/// All that the log says of somebody: a holder who was missed would go on using what he has.
inline constexpr std::size_t whole_log = std::numeric_limits<std::int64_t>::max();

/// The referrals that a row of the log names (`referral/<id>`).
std::vector<base::ReferralId> referrals_in(const audit::Entry& entry);

struct DataHolder {
  std::string recipient;  ///< agency, as the log names it
  store::ReferralRow referral;
};

/// Who got a datum of these kinds (none: of any) about the person, each once.
std::vector<DataHolder> holders_of_data(store::Reader& reader, const base::PersonId& person,
                                        domain::Labels items);

/// Orders a notice to the holder; nothing where he has no system that receives: then somebody tells
/// him.
std::optional<store::OutboxRow> order_notice(store::Transaction& tx, const Book& book,
                                             const DataHolder& holder, std::string_view event);

bool is_holder_notice(std::string_view kind) noexcept;

/// `data` of the event that an order becomes.
std::optional<std::string> holder_notice_data(store::Transaction& tx, const Book& book,
                                              const store::Order& order);

}  // namespace hub::service
