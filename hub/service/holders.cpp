#include "hub/service/holders.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "hub/codec/event.hpp"
#include "hub/service/answer.hpp"
#include "hub/service/holder_notice.hpp"
#include "hub/service/told_person.hpp"
#include "hub/store/outbox.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

/// Which way it went: to whom is asked, or back to who asked; or to a seat. Ids as the log has
/// them.
struct Way {
  std::string referral;  ///< empty: none
  std::string agenda;
  std::string seat;
  std::string agency;
  bool answer = false;

  friend bool operator<(const Way& one, const Way& other) {
    return std::tie(one.referral, one.agenda, one.seat, one.agency, one.answer) <
           std::tie(other.referral, other.agenda, other.seat, other.agency, other.answer);
  }
};

/// What went that way in all.
struct Went {
  domain::Labels items;
  base::UtcMillis last{};
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

std::vector<std::string> ids_in(const audit::Entry& entry, std::string_view prefix) {
  std::vector<std::string> ids;
  for (const std::string_view object : entry.objects) {
    if (object.starts_with(prefix)) ids.emplace_back(object.substr(prefix.size()));
  }
  return ids;
}

/// A paper's row names its one item and its one seat.
std::vector<Way> ways_in(const audit::Entry& entry) {
  const auto agenda = ids_in(entry, "agenda/");
  const auto seat = ids_in(entry, "seat/");
  Way way;
  way.agency = entry.recipient;
  way.answer = entry.action == "answer.told";
  if (agenda.size() == 1 && seat.size() == 1) {
    way.agenda = agenda.front();
    way.seat = seat.front();
  }
  std::vector<Way> ways;
  for (auto& referral : ids_in(entry, "referral/")) {
    way.referral = std::move(referral);
    ways.push_back(way);
  }
  if (ways.empty()) ways.push_back(std::move(way));
  return ways;
}

store::Carrier carrier_of(store::Reader& reader, const Way& way) {
  store::Carrier carrier;
  const auto referral = base::ReferralId::parse(way.referral);
  if (const auto found = referral ? store::find_referral(reader, *referral) : std::nullopt)
    carrier.referral = found->row;
  const auto agenda = store::AgendaId::parse(way.agenda);
  const auto seat = store::SeatId::parse(way.seat);
  if (!agenda || !seat) return carrier;
  const auto item = store::find_agenda_item(reader, *agenda);
  const auto seated = store::find_seat(reader, *seat);
  if (item && seated) {
    carrier.item = item->row;
    carrier.seat = seated->row;
  }
  return carrier;
}

void add_copies(store::Reader& reader, const Way& way, const Went& went,
                std::vector<Copy>& copies) {
  const auto carrier = carrier_of(reader, way);
  const auto partners = carrier.referral
                            ? sent_to(store::orders_of(reader, carrier.referral), way.answer)
                            : std::set<std::string>();
  if (partners.empty()) copies.push_back({carrier, way.agency, {}, went.items, went.last});
  for (const auto& partner : partners) {
    if (!is_own_system(partner))
      copies.push_back({carrier, way.agency, partner, went.items, went.last});
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

std::vector<Copy> copies_in(store::Reader& reader, const std::vector<store::LoggedEntry>& rows,
                            domain::Labels items) {
  std::map<Way, Went> ways;
  for (const auto& logged : rows) {
    if (!brought(logged, items)) continue;
    for (auto& way : ways_in(logged.entry)) {
      auto& went = ways[std::move(way)];
      went.items = went.items.with(items_in(logged.entry));
      went.last = std::max(went.last, logged.at);
    }
  }
  std::vector<Copy> copies;
  for (const auto& [way, went] : ways)
    add_copies(reader, way, went, copies);
  return copies;
}

std::vector<Copy> copies_of(store::Reader& reader, const base::PersonId& person,
                            domain::Labels items) {
  return copies_in(reader, store::entries_about(reader, person, whole_log), items);
}

}  // namespace hub::service
