#include "hub/service/holder_notice.hpp"

#include <set>

#include "hub/codec/event.hpp"
#include "hub/service/recipient.hpp"
#include "hub/service/told_person.hpp"
#include "hub/store/audit_log.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {
namespace {

/// A masked datum did not go, and a row without fields brought nothing.
bool brought(const audit::Entry& entry, domain::Labels items) {
  if (entry.decision != audit::Decision::allow) return false;
  for (const auto& field : entry.fields) {
    if (items.empty() || items.has(item_of_field(field))) return true;
  }
  return false;
}

/// The desk at either end of the referral that this agency has.
const profile::Partner* partner_of(const Book& book, const store::StoredReferral& referral,
                                   std::string_view agency, base::UtcMillis at) {
  const auto day = base::jst_day(at);
  for (const auto& code : {referral.to_desk, referral.from_desk}) {
    const auto* desk = desk_of(book.profile, code, day);
    if (desk == nullptr) continue;
    const auto recipient = recipient_of(book.profile, *desk, day);
    if (recipient.agency == agency && recipient.partner != nullptr && recipient.partner->receives)
      return recipient.partner;
  }
  return nullptr;
}

}  // namespace

std::vector<base::ReferralId> referrals_in(const audit::Entry& entry) {
  constexpr std::string_view prefix = "referral/";
  std::vector<base::ReferralId> referrals;
  for (const std::string_view object : entry.objects) {
    if (!object.starts_with(prefix)) continue;
    if (const auto id = base::ReferralId::parse(object.substr(prefix.size())))
      referrals.push_back(*id);
  }
  return referrals;
}

std::vector<DataHolder> holders_of_data(store::Reader& reader, const base::PersonId& person,
                                        domain::Labels items) {
  std::set<std::pair<std::string, store::ReferralRow>> found;
  for (const auto& logged : store::entries_about(reader, person, whole_log)) {
    if (logged.erased || !brought(logged.entry, items)) continue;
    for (const auto& id : referrals_in(logged.entry)) {
      const auto referral = store::find_referral(reader, id);
      if (referral) found.emplace(logged.entry.recipient, referral->row);
    }
  }
  std::vector<DataHolder> holders;
  for (const auto& [recipient, referral] : found)
    holders.push_back({recipient, referral});
  return holders;
}

std::optional<store::OutboxRow> order_notice(store::Transaction& tx, const Book& book,
                                             const DataHolder& holder, std::string_view event) {
  const auto referral = store::read_referral(tx, holder.referral);
  if (!referral) return std::nullopt;
  const auto* partner = partner_of(book, *referral, holder.recipient, tx.now());
  if (partner == nullptr) return std::nullopt;
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
