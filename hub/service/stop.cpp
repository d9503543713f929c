#include "hub/service/stop.hpp"

#include <algorithm>
#include <set>

#include "hub/codec/event.hpp"
#include "hub/service/about.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/holder_notice.hpp"
#include "hub/service/recipient.hpp"
#include "hub/service/situation.hpp"
#include "hub/store/households.hpp"

namespace hub::service {
namespace {

/// Of the person and of all who live with him: their packets may hold his data too.
std::set<store::ReferralRow> referrals_around(store::Reader& reader, store::PersonRow person) {
  std::set<store::PersonRow> people{person};
  for (const auto household : store::households_of(reader, person)) {
    for (const auto one : store::persons_in(reader, household))
      people.insert(one);
  }
  std::set<store::ReferralRow> rows;
  for (const auto one : people) {
    for (const auto row : store::referrals_of(reader, one))
      rows.insert(row);
  }
  return rows;
}

std::vector<Copy> of_referral(const std::vector<Copy>& copies, store::ReferralRow row) {
  std::vector<Copy> some;
  std::copy_if(copies.begin(), copies.end(), std::back_inserter(some),
               [row](const Copy& copy) { return copy.referral && copy.referral->row == row; });
  return some;
}

}  // namespace

Halting::Halting(store::Transaction& tx, const Book& book, const store::PersonRef& person,
                 std::optional<base::UtcMillis> before)
    : tx_(tx), book_(book), person_(person) {
  const auto copies = copies_of(tx, person.id);
  auto rows = referrals_around(tx, person.row);
  for (const auto& copy : copies) {
    if (copy.referral) rows.insert(copy.referral->row);
  }
  for (const auto row : rows) {
    auto referral = store::read_referral(tx, row);
    if (!referral) continue;
    Matter matter{std::move(*referral), {}, {}};
    matter.before = reach(matter.referral, before).allowed;
    matter.copies = of_referral(copies, row);
    matters_.push_back(std::move(matter));
  }
}

/// Each item by itself, as the gate answers now, or answered at that moment.
Halting::Reach Halting::reach(const store::StoredReferral& referral,
                              std::optional<base::UtcMillis> then) {
  Reach reach;
  const auto at = then.value_or(tx_.now());
  const auto* desk = profile::find_desk(book_.profile, referral.to_desk);
  if (desk == nullptr) return reach;
  const auto recipient = recipient_of(book_.profile, *desk, base::jst_day(at));
  auto asking = asking_about(tx_, referral, recipient, referral_purpose);
  asking.looks_back = then.has_value();
  const bool focus = referral.person == person_.row;
  const auto about = focus ? about_focus(tx_, referral, person_)
                           : about_person(tx_, person_, domain::Subject::household);
  const Situated situated(tx_, book_, about, asking, at);
  for (std::size_t number = 1; number < domain::item_count; ++number) {
    const auto item = static_cast<domain::Item>(number);
    if (item == domain::Item::public_) continue;
    const auto answer = situated.disclose(item);
    if (answer.allowed()) reach.allowed = reach.allowed.with(item);
    if (item == domain::Item::identity) reach.naming = answer.verdict().reason;
  }
  return reach;
}

Stopped Halting::stop(const Because& why) {
  Stopped out;
  for (const auto& matter : matters_)
    stop(matter, why, out);
  return out;
}

Stopped Halting::stop_all(const Because& why, const Concerned& concerned) {
  const auto copies = copies_among(concerned);
  for (auto& matter : matters_)
    matter.copies = of_referral(copies, matter.referral.row);
  auto out = stop(why);
  tell(copies, why, out);
  return out;
}

std::vector<Copy> Halting::copies_among(const Concerned& concerned) {
  auto copies = copies_of(tx_, person_.id, concerned.items);
  const auto& named = concerned.recipients;
  std::erase_if(copies, [&named](const Copy& copy) {
    return !named.empty() && std::find(named.begin(), named.end(), copy.agency) == named.end();
  });
  return copies;
}

void Halting::stop(const Matter& matter, const Because& why, Stopped& out) {
  const auto after = reach(matter.referral);
  const bool unnamed = !after.allowed.has(domain::Item::identity);
  const bool told = !matter.copies.empty();
  if (after.allowed.includes(matter.before) && !(unnamed && told)) return;
  if (told) {
    for (auto& order : store::under_way(tx_, matter.referral.row)) {
      if (!is_holder_notice(order.kind))
        out.in_flight.push_back({matter.referral.id, std::move(order)});
    }
    tell(matter.copies, why, out);
  }
  if (unnamed && matter.referral.person == person_.row) {
    hold(matter.referral, domain::name_of(after.naming), why.actor, out);
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

void Halting::tell(const std::vector<Copy>& copies, const Because& why, Stopped& out) {
  for (auto& holder : tell_to_stop(tx_, book_, person_, copies, why))
    out.holders.push_back(std::move(holder));
}

}  // namespace hub::service
