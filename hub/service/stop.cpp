#include "hub/service/stop.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "hub/codec/event.hpp"
#include "hub/service/about.hpp"
#include "hub/service/answer.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/holder_notice.hpp"
#include "hub/service/recipient.hpp"
#include "hub/service/situation.hpp"
#include "hub/store/audit_log.hpp"
#include "hub/store/households.hpp"

namespace hub::service {
namespace {

/// Of the person and of all who live with him: their packets may hold his data too.
std::set<store::ReferralRow> referrals_around(store::Reader& reader, store::PersonRow person) {
  std::set<store::PersonRow> people{person};
  for (const auto household : store::households_of(reader, person)) {
    for (const auto& member : store::members_of(reader, household))
      people.insert(member.person);
  }
  std::set<store::ReferralRow> rows;
  for (const auto one : people) {
    for (const auto row : store::referrals_of(reader, one))
      rows.insert(row);
  }
  return rows;
}

bool is_own_system(std::string_view partner) {
  return partner.starts_with(push_partner);
}

/// To stop, on a person's own request: no notice of ours stands behind it.
bool was_told(store::Reader& reader, const std::optional<store::StoredReferral>& referral,
              std::string_view partner) {
  if (!referral) return false;
  const auto orders = store::orders_of(reader, referral->row);
  return std::any_of(orders.begin(), orders.end(), [partner](const auto& order) {
    return order.kind == codec::event_type::stop_use && order.partner == partner;
  });
}

}  // namespace

Halting::Halting(store::Transaction& tx, const Book& book, const store::PersonRef& person)
    : tx_(tx), book_(book), person_(person) {
  const auto told = told_about(tx, person.id);
  auto rows = referrals_around(tx, person.row);
  for (const auto& [id, at] : told) {
    if (const auto referral = store::find_referral(tx, id)) rows.insert(referral->row);
  }
  for (const auto row : rows) {
    auto referral = store::read_referral(tx, row);
    if (!referral) continue;
    const auto before = reach(*referral).allowed;
    const auto at = told.find(referral->id);
    const auto last = at == told.end() ? std::nullopt : std::optional(at->second);
    matters_.push_back({std::move(*referral), before, last});
  }
}

/// The log is written before a byte leaves: what a crash left unanswered may have arrived.
std::map<base::ReferralId, Halting::Told> Halting::told_about(store::Reader& reader,
                                                              const base::PersonId& person) {
  std::map<base::ReferralId, Told> told;
  for (const auto& row : store::entries_about(reader, person, whole_log)) {
    const bool asked =
        row.entry.action == "referral.claimed" || row.entry.action == "packet.pulled";
    const bool answered = row.entry.action == "answer.told";
    if (row.entry.decision != audit::Decision::allow || !(asked || answered)) continue;
    for (const auto& id : referrals_in(row.entry)) {
      auto& one = told[id];
      one = {std::max(one.last, row.at), one.asked || asked, one.answered || answered};
    }
  }
  return told;
}

/// A desk's own system is no partner.
std::set<std::string> Halting::holders_of(store::Reader& reader, const Matter& matter) {
  std::set<std::string> partners;
  for (const auto& order : store::orders_of(reader, matter.referral.row)) {
    if (is_holder_notice(order.kind) || is_own_system(order.partner)) continue;
    const bool asks = order.kind == codec::event_type::notice;
    if (asks ? matter.told->asked : matter.told->answered) partners.insert(order.partner);
  }
  return partners;
}

/// Each item by itself, as the gate answers now.
Halting::Reach Halting::reach(const store::StoredReferral& referral) {
  Reach reach;
  const auto* desk = profile::find_desk(book_.profile, referral.to_desk);
  if (desk == nullptr) return reach;
  const auto recipient = recipient_of(book_.profile, *desk, base::jst_day(tx_.now()));
  const auto asking = asking_about(tx_, referral, recipient, referral_purpose);
  const bool focus = referral.person == person_.row;
  const auto about = focus ? about_focus(tx_, referral, person_)
                           : about_person(tx_, person_, domain::Subject::household);
  const Situated situated(tx_, book_, about, asking, tx_.now());
  for (std::size_t at = 1; at < domain::item_count; ++at) {
    const auto item = static_cast<domain::Item>(at);
    if (item == domain::Item::public_) continue;
    const auto answer = situated.disclose(item);
    if (answer.allowed()) reach.allowed = reach.allowed.with(item);
    if (item == domain::Item::identity) reach.naming = answer.verdict().reason;
  }
  return reach;
}

Stopped Halting::stop(std::string_view cause, std::string_view actor) {
  Stopped out;
  for (const auto& matter : matters_)
    stop(matter, cause, actor, out);
  return out;
}

void Halting::stop(const Matter& matter, std::string_view cause, std::string_view actor,
                   Stopped& out) {
  const auto after = reach(matter.referral);
  const bool unnamed = !after.allowed.has(domain::Item::identity);
  if (after.allowed.includes(matter.before) && !(unnamed && matter.told)) return;
  if (matter.told) {
    for (auto& order : store::under_way(tx_, matter.referral.row)) {
      if (!is_holder_notice(order.kind))
        out.in_flight.push_back({matter.referral.id, std::move(order)});
    }
    tell(matter, cause, actor, out);
  }
  if (unnamed && matter.referral.person == person_.row) {
    hold(matter.referral, domain::name_of(after.naming), actor, out);
  }
}

/// What waits to be sent, or to be tried again. What is under way is not waited for: its next try
/// asks the gate.
void Halting::hold(const store::StoredReferral& referral, std::string_view why,
                   std::string_view actor, Stopped& out) {
  if (referral.status != "sent") return;
  const auto sending = store::under_way(tx_, referral.row);
  const auto goes = [&](const store::Order& order) {
    return std::any_of(sending.begin(), sending.end(),
                       [&](const auto& one) { return one.order == order.id; });
  };
  bool any = false;
  for (const auto& order : store::orders_of(tx_, referral.row)) {
    if (order.closed_at || order.kind != codec::event_type::notice || goes(order)) continue;
    store::close_order(tx_, order.row, store::Fate::withheld, why);
    any = true;
  }
  if (!any) return;
  hold_referral(tx_, referral, why, actor);
  auto entry = entry_of(actor, "referral.held", "referral/" + referral.id.text(), why);
  entry.persons = {person_.id};
  entry.recipient = referral.to_desk;
  entry.decision = audit::Decision::deny;
  tx_.audit(entry);
  out.held.push_back(referral.id);
}

/// Each holder once for what it was given: a second word that takes away more of the same copy adds
/// no second notice.
void Halting::tell(const Matter& matter, std::string_view cause, std::string_view actor,
                   Stopped& out) {
  const auto before = store::stops_of(tx_, matter.referral.row, person_.row);
  for (const auto& partner : holders_of(tx_, matter)) {
    const bool known = std::any_of(before.begin(), before.end(), [&](const auto& one) {
      return one.partner == partner && one.made_at >= matter.told->last;
    });
    if (known) continue;
    store::NewStop stop{matter.referral.row, person_.row, partner, std::string(cause), {}};
    const auto* known_partner = profile::find_partner(book_.profile, partner);
    const bool reachable = known_partner != nullptr && known_partner->receives;
    if (reachable) {
      store::NewOrder order;
      order.partner = partner;
      order.order_key = matter.referral.case_row.value;
      order.referral = matter.referral.row;
      order.kind = codec::event_type::stop_use;
      stop.outbox = store::enqueue(tx_, order);
    }
    const auto id = store::add_stop(tx_, stop);
    auto entry = entry_of(actor, "stop_use.ordered", "stop/" + id.text(), cause);
    entry.objects.push_back("referral/" + matter.referral.id.text());
    entry.persons = {person_.id};
    entry.recipient = partner;
    tx_.audit(entry);
    out.holders.push_back({matter.referral.id, partner, id, !reachable});
  }
}

base::Result<bool> take_stop_answer(store::Transaction& tx, const base::ReferralId& id,
                                    std::string_view partner, store::InboxRow inbox) {
  const auto referral = store::find_referral(tx, id);
  const auto answered =
      referral ? store::answer_stops(tx, referral->row, partner, inbox) : store::StopAnswered();
  if (!answered.known && !was_told(tx, referral, partner))
    return base::fail(base::Kind::not_found, "no stop notice of referral " + id.text());
  auto entry = entry_of("partner/" + std::string(partner), "stop_use.answered",
                        "referral/" + id.text(), answered.fresh.empty() ? "unchanged" : "");
  for (const auto row : answered.fresh) {
    if (const auto person = store::read_person(tx, row)) entry.persons.push_back(person->id);
  }
  tx.audit(entry);
  return !answered.fresh.empty();
}

}  // namespace hub::service
