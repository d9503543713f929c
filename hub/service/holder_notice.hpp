// How a holder of a copy is told that the data were corrected (個人情報保護法97条) or may be used
// no more. The notice names the referral, nobody and nothing of anybody: what is true now is
// pulled, by the gate's decision of that moment.
#pragma once

#include <optional>
#include <string>

#include "hub/service/holders.hpp"
#include "hub/store/outbox.hpp"

namespace hub::service {

/// Orders a notice to the holder; nothing where he has no system that receives: then somebody tells
/// him.
std::optional<store::OutboxRow> order_notice(store::Transaction& tx, const Book& book,
                                             const Copy& copy, std::string_view event);

bool is_holder_notice(std::string_view kind) noexcept;

/// `data` of the event that an order becomes.
std::optional<std::string> holder_notice_data(store::Transaction& tx, const Book& book,
                                              const store::Order& order);

}  // namespace hub::service
