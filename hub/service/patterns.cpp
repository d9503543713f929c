#include "hub/service/patterns.hpp"

#include <algorithm>
#include <set>

#include "hub/linkage/pattern.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/home_facts.hpp"

namespace hub::service {
namespace {

using linkage::PatternFinding;

constexpr std::size_t weighed_at_a_time = 8;

/// A finding and the section that alone may see it; empty: the municipality's officers.
struct Ground {
  std::string code;
  store::Pattern pattern;
};

/// Whom and what kinds, so that the same again is known.
crypto::Token token_of(const crypto::Keys& keys, const PatternFinding& finding) {
  auto text = "pattern\n" + finding.code;
  for (const auto& member : finding.members)
    text += '\n' + member.person.text();
  for (const auto* words : {&finding.fields, &finding.evidence}) {
    text += "\n\n";
    for (const auto& word : *words)
      text += word + ' ';
  }
  return keys.tokens(crypto::Purpose::record_key).token(text);
}

class Weighing {
 public:
  Weighing(store::Transaction& tx, const Book& book, store::HouseholdRow household)
      : tx_(tx), book_(book), household_(household) {}

  void run() {
    const auto open = open_signals();
    if (open.empty() && is_too_small()) return;
    find();
    for (const auto& ground : grounds_)
      raise(ground, open);
    for (const auto& signal : open)
      keep_or_withdraw(signal);
  }

 private:
  /// Of patterns, not the proposals that came of them.
  [[nodiscard]] std::vector<store::Signal> open_signals() const {
    auto open = store::open_patterns_of(tx_, household_);
    std::erase_if(open, [](const auto& one) { return !one.code.starts_with(pattern_prefix); });
    return open;
  }

  /// Most households of a large delivery: one person whom one system knows makes no pattern.
  [[nodiscard]] bool is_too_small() const {
    const auto persons = store::persons_in(tx_, household_);
    return persons.empty() ||
           (persons.size() == 1 && store::links_of(tx_, persons.front()).size() < 2);
  }

  void find() {
    const auto home = read_home(tx_, book_, household_, tx_.now());
    std::set<std::string> sections;
    for (const auto& owners : home.owners)
      sections.insert(owners.begin(), owners.end());
    find_for(home, {});
    sections.erase(std::string());
    for (const auto& section : sections)
      find_for(home, section);
  }

  void find_for(const Home& home, const std::string& section) {
    const auto seen = seen_by(home, section);
    for (const auto& finding :
         linkage::find_patterns(seen.facts, book_.profile.patterns, base::jst_day(tx_.now()))) {
      auto ground = ground_of(seen, finding, section);
      if (section.empty() || shows_hidden(seen, ground)) grounds_.push_back(std::move(ground));
    }
  }

  Ground ground_of(const Home& seen, const PatternFinding& finding, const std::string& section) {
    store::Pattern pattern;
    pattern.audience = section;
    pattern.ground = token_of(tx_.keys(), finding);
    pattern.certain = finding.confidence == linkage::Confidence::certain;
    pattern.fields = finding.fields;
    pattern.evidence = finding.evidence;
    for (const auto& member : finding.members)
      pattern.members.push_back({row_of(seen, member.person), member.named});
    std::sort(pattern.members.begin(), pattern.members.end(),
              [](const auto& one, const auto& other) { return one.person < other.person; });
    return {store::stored_code(std::string(pattern_prefix) + finding.code, pattern), pattern};
  }

  static store::PersonRow row_of(const Home& seen, const base::PersonId& person) {
    for (std::size_t at = 0; at < seen.persons.size(); ++at) {
      if (seen.facts.members[at].person == person) return seen.persons[at];
    }
    return {};
  }

  /// Without anybody in hiding it is the municipality's already.
  static bool shows_hidden(const Home& seen, const Ground& ground) {
    return std::any_of(
        ground.pattern.members.begin(), ground.pattern.members.end(), [&seen](const auto& member) {
          const auto at = std::find(seen.persons.begin(), seen.persons.end(), member.person);
          return at != seen.persons.end() &&
                 !seen.owners[static_cast<std::size_t>(at - seen.persons.begin())].empty();
        });
  }

  void raise(const Ground& ground, const std::vector<store::Signal>& open) {
    const bool is_open = std::any_of(open.begin(), open.end(),
                                     [&](const auto& one) { return one.code == ground.code; });
    if (!is_open && store::was_decided(tx_, ground.code, household_, ground.pattern.ground)) return;
    const auto put = store::put_pattern(tx_, ground.code, household_, ground.pattern);
    if (!put.told) return;
    tx_.audit(entry_of(system_actor, is_open ? "signal.renewed" : "signal.raised",
                       "signal/" + put.id.text()));
  }

  void keep_or_withdraw(const store::Signal& signal) {
    const bool stands = std::any_of(grounds_.begin(), grounds_.end(),
                                    [&](const auto& one) { return one.code == signal.code; });
    if (stands) return;
    store::decide_signal(tx_, signal.row, "withdrawn", system_actor);
    tx_.audit(entry_of(system_actor, "signal.withdrawn", "signal/" + signal.id.text()));
  }

  store::Transaction& tx_;
  const Book& book_;
  store::HouseholdRow household_;
  std::vector<Ground> grounds_;
};

}  // namespace

void weigh_patterns(store::Transaction& tx, const Book& book, store::HouseholdRow household) {
  Weighing(tx, book, household).run();
}

base::Result<store::HouseholdRow> weigh_some(Context& context, store::HouseholdRow last) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> base::Result<store::HouseholdRow> {
    const auto some = store::households_after(tx, last, weighed_at_a_time);
    for (const auto household : some)
      weigh_patterns(tx, *book, household);
    return some.empty() ? store::HouseholdRow() : some.back();
  });
}

void weigh_again(store::Transaction& tx, const Book& book,
                 const std::vector<store::PersonRow>& hidden) {
  const auto guarded = store::guarded_households(tx);
  std::set<store::HouseholdRow> households(guarded.begin(), guarded.end());
  for (const auto person : hidden) {
    for (const auto household : store::households_of(tx, person)) {
      if (!store::open_patterns_of(tx, household).empty()) households.insert(household);
    }
  }
  for (const auto household : households)
    weigh_patterns(tx, book, household);
}

}  // namespace hub::service
