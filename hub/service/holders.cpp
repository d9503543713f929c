#include "hub/service/holders.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "hub/codec/event.hpp"
#include "hub/service/answer.hpp"
#include "hub/service/holder_notice.hpp"
#include "hub/service/told_person.hpp"
#include "hub/store/outbox.hpp"

namespace hub::service {
namespace {

/// Which way it went: to whom is asked, or back to who asked.
struct Way {
  std::string referral;  ///< empty: none
  std::string agency;
  bool answer = false;

  friend bool operator<(const Way& one, const Way& other) {
    return std::tie(one.referral, one.agency, one.answer) <
           std::tie(other.referral, other.agency, other.answer);
  }
};

bool is_own_system(std::string_view partner) {
  return partner.starts_with(push_partner);
}

/// Who was sent to that way.
std::set<std::string> sent_to(const std::vector<store::Order>& orders, bool answer) {
  std::set<std::string> partners;
  for (const auto& order : orders) {
    const bool asks = order.kind == codec::event_type::notice;
    if (!is_holder_notice(order.kind) && asks != answer) partners.insert(order.partner);
  }
  return partners;
}

std::optional<Carrier> carrier_of(store::Reader& reader, std::string_view id) {
  const auto known = base::ReferralId::parse(id);
  const auto referral = known ? store::find_referral(reader, *known) : std::nullopt;
  if (!referral) return std::nullopt;
  return Carrier{referral->row, referral->id, referral->case_row};
}

void add_copies(store::Reader& reader, const Way& way, base::UtcMillis last,
                std::vector<Copy>& copies) {
  const auto referral = carrier_of(reader, way.referral);
  const auto partners = referral ? sent_to(store::orders_of(reader, referral->row), way.answer)
                                 : std::set<std::string>();
  if (partners.empty()) copies.push_back({referral, way.agency, {}, last});
  for (const auto& partner : partners) {
    if (!is_own_system(partner)) copies.push_back({referral, way.agency, partner, last});
  }
}

}  // namespace

bool brought(const store::LoggedEntry& logged, domain::Labels items) {
  const auto& entry = logged.entry;
  if (logged.erased || entry.decision != audit::Decision::allow || entry.recipient == entry.actor)
    return false;
  return std::any_of(entry.fields.begin(), entry.fields.end(), [items](const auto& field) {
    return items.empty() || items.has(item_of_field(field));
  });
}

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

std::vector<Copy> copies_in(store::Reader& reader, const std::vector<store::LoggedEntry>& rows,
                            domain::Labels items) {
  std::map<Way, base::UtcMillis> ways;
  for (const auto& logged : rows) {
    if (!brought(logged, items)) continue;
    const auto& entry = logged.entry;
    const auto referrals = referrals_in(entry);
    const auto went = [&](std::string referral) {
      auto& last = ways[{std::move(referral), entry.recipient, entry.action == "answer.told"}];
      last = std::max(last, logged.at);
    };
    if (referrals.empty()) went({});
    for (const auto& id : referrals)
      went(id.text());
  }
  std::vector<Copy> copies;
  for (const auto& [way, last] : ways)
    add_copies(reader, way, last, copies);
  return copies;
}

std::vector<Copy> copies_of(store::Reader& reader, const base::PersonId& person,
                            domain::Labels items) {
  return copies_in(reader, store::entries_about(reader, person, whole_log), items);
}

}  // namespace hub::service
