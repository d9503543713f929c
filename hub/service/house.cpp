#include "hub/service/house.hpp"

#include <algorithm>
#include <iterator>

#include "hub/service/house_ties.hpp"
#include "hub/service/kept_apart.hpp"
#include "hub/service/link.hpp"
#include "hub/service/match_token.hpp"

namespace hub::service {
namespace {

using linkage::HouseholdRule;
using Persons = std::vector<store::PersonRow>;

template <class Row>
void each_once(std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

template <class Row>
bool contains(const std::vector<Row>& rows, Row one) {
  return std::find(rows.begin(), rows.end(), one) != rows.end();
}

/// Places one person. For somebody who doesn't hide there are only the others who don't.
class Placing {
 public:
  /// Borrows both.
  Placing(store::Transaction& tx, Hidden& hidden, store::PersonRow person)
      : tx_(tx),
        hidden_(hidden),
        person_(person),
        hides_(hidden(person)),
        keys_(household_keys(tx, person)) {
    for (auto& tie : ties_by(tx, person, keys_))
      (counts(tie.other.person) ? ties_ : passed_over_).push_back(tie);
  }

  void run() {
    leave_others();
    const auto verdict = linkage::choose_household(known());
    if (verdict.household) {
      enter(store::HouseholdRow{*verdict.household}, verdict.rule);
    } else if (store::households_of(tx_, person_).empty()) {
      put(store::create_household(tx_).row, person_, HouseholdRule::none);
    }
    for (const auto household : store::households_of(tx_, person_))
      weigh(household);
  }

  /// Those who hide and share a key or a household with the person.
  [[nodiscard]] Persons yielding() const {
    Persons found;
    if (!hidden_.anybody()) return found;
    for (const auto& tie : passed_over_)
      found.push_back(tie.other.person);
    for (const auto household : store::households_of(tx_, person_)) {
      for (const auto other : store::persons_in(tx_, household)) {
        if (other != person_ && !counts(other)) found.push_back(other);
      }
    }
    return found;
  }

 private:
  [[nodiscard]] bool counts(store::PersonRow other) const { return hides_ || !hidden_(other); }

  /// Who lives there and counts, but the person.
  [[nodiscard]] Persons others_in(store::HouseholdRow household) const {
    auto persons = store::persons_in(tx_, household);
    std::erase_if(persons, [this](store::PersonRow one) { return one == person_ || !counts(one); });
    return persons;
  }

  [[nodiscard]] bool is_placed_by_officer(store::HouseholdRow household) const {
    const auto members = store::members_of(tx_, household);
    return std::any_of(members.begin(), members.end(), [this](const store::Member& one) {
      return one.person == person_ && one.strength == store::Strength::officer;
    });
  }

  /// What put them together holds no more: the person moved, or the register changed. Whom an
  /// officer put there stays.
  [[nodiscard]] bool is_stranger(store::HouseholdRow household) const {
    const auto others = others_in(household);
    return !others.empty() && !is_placed_by_officer(household) &&
           std::none_of(others.begin(), others.end(),
                        [this](store::PersonRow one) { return shares_a_key(one); });
  }

  [[nodiscard]] bool shares_a_key(store::PersonRow other) const {
    const auto theirs = household_keys(tx_, other);
    std::vector<crypto::Token> both;
    std::set_intersection(keys_.begin(), keys_.end(), theirs.begin(), theirs.end(),
                          std::back_inserter(both));
    return !both.empty();
  }

  [[nodiscard]] bool hides_from(store::HouseholdRow household) const {
    return hides_ && hides_from_household(tx_, person_, household, tx_.now());
  }

  void leave_others() {
    for (const auto household : store::households_of(tx_, person_)) {
      if (is_stranger(household) || hides_from(household))
        store::undo_member(tx_, household, person_, by_rule);
    }
  }

  /// A household stands once for each key that leads to it.
  [[nodiscard]] std::vector<linkage::KnownHousehold> known() const {
    std::vector<linkage::KnownHousehold> households;
    for (std::size_t at = 0; at < ties_.size(); ++at) {
      const auto& tie = ties_[at];
      const bool again = std::any_of(
          ties_.begin(), ties_.begin() + static_cast<std::ptrdiff_t>(at), [&tie](const Tie& one) {
            return one.key == tie.key && one.other.household == tie.other.household;
          });
      if (!again) households.push_back(known_by(tie));
    }
    return households;
  }

  [[nodiscard]] linkage::KnownHousehold known_by(const Tie& tie) const {
    linkage::KnownHousehold known;
    known.id = tie.other.household.value;
    if (tie.rule == HouseholdRule::register_number) {
      known.shared.register_number = linkage::Number{0, tie.key};
    } else {
      known.shared.address = tie.key;
    }
    known.members = others_in(tie.other.household).size();
    known.kept_apart = hides_from(tie.other.household);
    return known;
  }

  /// Who lived alone until now does so no more.
  void enter(store::HouseholdRow household, HouseholdRule rule) {
    const auto own = store::households_of(tx_, person_);
    if (contains(own, household)) return;
    for (const auto row : own) {
      if (others_in(row).empty()) store::undo_member(tx_, row, person_, by_rule);
    }
    put(household, person_, rule);
  }

  void put(store::HouseholdRow household, store::PersonRow person, HouseholdRule rule) {
    store::NewMember member;
    member.person = person;
    member.strength = rule == HouseholdRule::register_number ? store::Strength::deterministic
                                                             : store::Strength::probable;
    member.evidence = linkage::name_of(rule);
    member.body = "{}";
    store::put_member(tx_, household, member, by_rule);
  }

  [[nodiscard]] HouseholdRule best_tie(store::HouseholdRow household,
                                       const store::PersonRow* to) const {
    auto best = HouseholdRule::none;
    for (const auto& tie : ties_) {
      const bool theirs = tie.other.household == household && (!to || tie.other.person == *to);
      if (theirs && says_more(tie.rule, linkage::name_of(best))) best = tie.rule;
    }
    return best;
  }

  /// A member stands by the surest tie to any other, whoever of them came first.
  void weigh(store::HouseholdRow household) {
    for (const auto& member : store::members_of(tx_, household)) {
      const bool self = member.person == person_;
      if (!self && hides_) continue;
      const auto best = best_tie(household, self ? nullptr : &member.person);
      const bool sinks = self && member.strength != store::Strength::officer &&
                         member.evidence != linkage::name_of(best);
      if (sinks || says_more(best, member.evidence)) put(household, member.person, best);
    }
  }

  store::Transaction& tx_;
  Hidden& hidden_;
  store::PersonRow person_;
  bool hides_;
  std::vector<crypto::Token> keys_;
  std::vector<Tie> ties_;
  std::vector<Tie> passed_over_;
};

/// Then whoever hides and has anything in common with the person, before or after.
void place(store::Transaction& tx, Hidden& hidden, store::PersonRow person) {
  Placing placing(tx, hidden, person);
  auto yielding = placing.yielding();
  placing.run();
  const auto more = placing.yielding();
  yielding.insert(yielding.end(), more.begin(), more.end());
  each_once(yielding);
  for (const auto one : yielding)
    Placing(tx, hidden, one).run();
}

}  // namespace

void join_household(store::Transaction& tx, store::PersonRow person) {
  Hidden hidden(tx, tx.now());
  place(tx, hidden, person);
}

void part_households(store::Transaction& tx, store::PersonRow person) {
  Hidden hidden(tx, tx.now());
  Persons all{person};
  for (const auto household : store::households_of(tx, person)) {
    for (const auto one : store::persons_in(tx, household))
      all.push_back(one);
  }
  each_once(all);
  for (const auto one : all)
    place(tx, hidden, one);
}

}  // namespace hub::service
