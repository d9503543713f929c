#include "hub/service/stop.hpp"

#include <algorithm>
#include <set>

#include "hub/codec/event.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/holder_notice.hpp"
#include "hub/store/households.hpp"

namespace hub::service {
namespace {

/// Of the person and of all who live with him: their packets may hold his data too.
std::vector<store::Carrier> referrals_around(store::Reader& reader, store::PersonRow person) {
  std::set<store::PersonRow> people{person};
  for (const auto household : store::households_of(reader, person)) {
    for (const auto one : store::persons_in(reader, household))
      people.insert(one);
  }
  std::vector<store::Carrier> carriers;
  for (const auto one : people) {
    for (const auto row : store::referrals_of(reader, one))
      carriers.push_back({row, {}, {}});
  }
  return carriers;
}

/// By each of these something may still go, or a copy went.
std::vector<store::Carrier> carriers_for(store::Reader& reader, store::PersonRow person,
                                         const std::vector<Copy>& copies) {
  auto carriers = referrals_around(reader, person);
  for (const auto& copy : copies)
    carriers.push_back(copy.carrier);
  std::sort(carriers.begin(), carriers.end());
  carriers.erase(std::unique(carriers.begin(), carriers.end()), carriers.end());
  return carriers;
}

std::vector<Copy> copies_by(const std::vector<Copy>& copies, const Passage& passage) {
  std::vector<Copy> some;
  std::copy_if(copies.begin(), copies.end(), std::back_inserter(some),
               [&](const Copy& copy) { return copy.carrier == carrier_of(passage); });
  return some;
}

/// Those who were given something of these kinds.
std::vector<Copy> copies_with(const std::vector<Copy>& copies, domain::Labels items) {
  std::vector<Copy> some;
  std::copy_if(copies.begin(), copies.end(), std::back_inserter(some),
               [items](const Copy& copy) { return copy.items.meets(items); });
  return some;
}

}  // namespace

Halting::Halting(store::Transaction& tx, const Book& book, const store::PersonRef& person,
                 std::optional<base::UtcMillis> before)
    : tx_(tx), book_(book), person_(person) {
  const auto copies = copies_of(tx, person.id);
  const Moment moment{before.value_or(tx.now()), before.has_value()};
  for (const auto& carrier : carriers_for(tx, person.row, copies)) {
    auto passage = passage_of(tx, carrier);
    if (!passage) continue;
    const auto reach = reach_of(tx, book, *passage, person, moment);
    auto theirs = copies_by(copies, *passage);
    matters_.push_back({std::move(*passage), reach.allowed, std::move(theirs)});
  }
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
    matter.copies = copies_by(copies, matter.passage);
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

/// Where not even who the person is may be told any more, and consent alone opened the way, all
/// that went that way is to be used no longer, whatever could go the moment before.
void Halting::stop(const Matter& matter, const Because& why, Stopped& out) {
  const auto after = reach_of(tx_, book_, matter.passage, person_, {tx_.now()});
  const auto lost = matter.before.without(after.allowed);
  const bool unnamed = !after.allowed.has(domain::Item::identity);
  const bool all = unnamed && after.by_consent && !matter.copies.empty();
  if (lost.empty() && !all) return;
  const auto* referral = std::get_if<store::StoredReferral>(&matter.passage);
  const auto holders = all ? matter.copies : copies_with(matter.copies, lost);
  if (referral != nullptr && !holders.empty()) name_under_way(*referral, out);
  tell(holders, why, out);
  if (unnamed && referral != nullptr && referral->person == person_.row)
    hold(*referral, domain::name_of(after.naming), why.actor, out);
}

void Halting::name_under_way(const store::StoredReferral& referral, Stopped& out) {
  for (auto& order : store::under_way(tx_, referral.row)) {
    if (!is_holder_notice(order.kind)) out.in_flight.push_back({referral.id, std::move(order)});
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
