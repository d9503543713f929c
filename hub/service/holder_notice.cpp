#include "hub/service/holder_notice.hpp"

#include "hub/codec/event.hpp"
#include "hub/store/referrals.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {

std::optional<store::OutboxRow> order_notice(store::Transaction& tx, const Book& book,
                                             const Copy& copy, std::string_view event) {
  const auto* partner = profile::find_partner(book.profile, copy.partner);
  const auto referral = store::read_referral(tx, copy.carrier.referral);
  if (!referral || partner == nullptr || !partner->receives) return std::nullopt;
  store::NewOrder order;
  order.partner = partner->code;
  order.order_key = referral->case_row.value;
  order.referral = referral->row;
  order.kind = event;
  return store::enqueue(tx, order);
}

bool is_holder_notice(std::string_view kind) noexcept {
  return kind == codec::event_type::corrected || kind == codec::event_type::stop_use;
}

std::optional<std::string> holder_notice_data(store::Transaction& tx, const Book&,
                                              const store::Order& order) {
  const auto referral = store::read_referral(tx, order.referral);
  if (!referral) return std::nullopt;
  std::string data;
  tsunagu::json::Writer json(data);
  const auto put = [&json](std::string_view key, std::string_view value) {
    json.key(key);
    json.string(value);
  };
  json.begin_object();
  put("referralId", referral->id.text());
  if (order.kind == codec::event_type::corrected)
    put("packetUrl", "/packets/" + referral->id.text());
  json.end_object();
  return data;
}

}  // namespace hub::service
