#include "hub/service/house.hpp"

#include <algorithm>
#include <deque>
#include <iterator>

#include "hub/service/home_circle.hpp"
#include "hub/service/home_keys.hpp"
#include "hub/service/link.hpp"
#include "hub/service/memberships.hpp"
#include "hub/service/prepare.hpp"

namespace hub::service {
namespace {

using store::PersonRow;
using Waiting = RowSet<PersonRow>;

constexpr auto hint = number_of(domain::RecordKind::household_hint);

std::vector<crypto::Token> home_keys_of(const std::vector<crypto::Token>& tokens) {
  std::vector<crypto::Token> keys;
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(keys), is_home_key);
  return keys;
}

/// One person, and whoever hangs together with them.
class Settling {
 public:
  Settling(store::Transaction& tx, OpenRecords& open, Waiting& waiting, std::size_t stirred)
      : tx_(tx), circle_(open, tx.now()), waiting_(waiting), stirred_(stirred) {}

  std::vector<store::HouseholdRow> settle(PersonRow first) {
    stir(first);
    for (; !stirring_.empty(); stirring_.pop_front())
      look_around(stirring_.front());
    for (const auto person : std::set(affected_))
      reach(person);
    return keep(settle_parts());
  }

 private:
  void stir(PersonRow person) {
    waiting_.erase(person);
    moved_.insert(person);
    stirring_.push_back(person);
  }

  /// All whose bonds may have changed; who waits among them is settled at once too.
  void look_around(PersonRow person) {
    affect(person);
    for (const auto one : circle_.near(person, {true, stirred_}))
      affect(one);
    for (const auto household : store::households_of(tx_, person)) {
      for (const auto one : store::persons_in(tx_, household))
        affect(one);
    }
  }
  void affect(PersonRow person) {
    if (affected_.insert(person).second && waiting_.contains(person)) stir(person);
  }

  void reach(PersonRow person) {
    if (reached_.insert(person).second) (void)circle_.near(person, {});
  }

  /// Until all of each part was reached that somebody affected is in.
  linkage::Homes settle_parts() {
    while (true) {
      auto homes = circle_.settle();
      const auto before = reached_.size();
      for (const auto person : in_parts(homes))
        reach(person);
      if (reached_.size() == before) return homes;
    }
  }

  /// Who hangs together with somebody affected.
  std::set<PersonRow> in_parts(const linkage::Homes& homes) {
    std::set<linkage::Place> parts;
    for (const auto person : affected_) {
      for (const auto place : circle_.read(person).places)
        parts.insert(homes.part[place]);
    }
    std::set<PersonRow> persons;
    const auto& owners = circle_.owners();
    for (linkage::Place place = 0; place < owners.size(); ++place) {
      if (parts.contains(homes.part[place])) persons.insert(owners[place]);
    }
    return persons;
  }

  std::vector<store::HouseholdRow> keep(const linkage::Homes& homes) {
    Memberships memberships(tx_);
    add_gone(memberships);
    for (const auto person : in_parts(homes)) {
      const auto& someone = circle_.read(person);
      const auto place = someone.places.front();
      memberships.add({person, homes.household[place], homes.rule[place], someone.now,
                       someone.hidden, moved_.contains(person)});
    }
    return memberships.keep();
  }

  /// Whoever has no record any more lives with nobody.
  void add_gone(Memberships& memberships) {
    auto alone = ~linkage::Place{0};
    for (const auto person : affected_) {
      if (circle_.read(person).places.empty() && !store::households_of(tx_, person).empty())
        memberships.add({.person = person, .group = alone--});
    }
  }

  store::Transaction& tx_;
  HomeCircle circle_;
  Waiting& waiting_;
  std::size_t stirred_;
  std::deque<PersonRow> stirring_;
  std::set<PersonRow> moved_;
  std::set<PersonRow> affected_;
  std::set<PersonRow> reached_;
};

}  // namespace

void Homes::add(PersonRow person) {
  if (!waiting_.insert(person)) return;
  ++stirred_;
  if (person.value <= at_.value) at_.value = person.value - 1;
}

void Homes::add_near(store::Reader& reader, const std::vector<crypto::Token>& tokens) {
  for (const auto token : tokens) {
    if (is_kind(MatchKind::house, token)) {
      for (const auto person : store::persons_with(reader, token))
        add(person);
    } else if (is_kind(MatchKind::household_number, token)) {
      add_focus(reader, token);
    } else if (is_kind(MatchKind::housemate, token)) {
      add_behind(reader, tagged(MatchKind::person_record, token));
    } else if (is_kind(MatchKind::person_record, token)) {
      add_behind(reader, token);
      add_focus(reader, tagged(MatchKind::housemate, token));
      for (const auto& told : store::tokens_with(reader, token, hint))
        add_near(reader, home_keys_of(told.tokens));
    }
  }
}

void Homes::add_behind(store::Reader& reader, crypto::Token person_record) {
  const auto link = person_behind(reader, person_record);
  if (link) add(link->person);
}

/// Whom hints with the token are about.
void Homes::add_focus(store::Reader& reader, crypto::Token token) {
  for (const auto& told : store::tokens_with(reader, token, hint)) {
    const auto focus = person_in(told.tokens);
    if (focus) add_behind(reader, *focus);
  }
}

std::vector<store::HouseholdRow> Homes::settle(store::Transaction& tx, const Over& over) {
  hidden_.look(tx, tx.now());
  Households changed;
  while (waits() && !over())
    settle_next(tx, changed);
  return changed;
}

void Homes::settle_next(store::Transaction& tx, Households& changed) {
  at_ = waiting_.next(at_).value();
  const auto weights = context_.weights();
  PackedRecords packed;
  OpenRecords open(tx, *weights, hidden_, packed);
  const auto more = Settling(tx, open, waiting_, stirred_).settle(at_);
  changed.insert(changed.end(), more.begin(), more.end());
  if (waits()) return;
  waiting_ = {};
  at_ = {};
  stirred_ = 0;
}

void settle_homes(store::Transaction& tx, const Context& context,
                  const std::vector<PersonRow>& persons) {
  Homes homes(context);
  for (const auto person : persons)
    homes.add(person);
  (void)homes.settle(tx);
}

}  // namespace hub::service
