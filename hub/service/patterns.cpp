#include "hub/service/patterns.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "hub/linkage/pattern.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/home_facts.hpp"

namespace hub::service {
namespace {

using base::Result;
using linkage::PatternFinding;
using store::HouseholdRow;

constexpr std::size_t weighed_at_a_time = 32;

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

/// What a household is a signal for, and what is open of it.
class Weighed {
 public:
  Weighed(store::Reader& reader, const normalize::Tables& tables, const Book& book,
          HouseholdRow household, base::UtcMillis at)
      : reader_(reader),
        tables_(tables),
        book_(book),
        household_(household),
        at_(at),
        open_(store::open_patterns_of(reader, household)) {
    // Of patterns, not the proposals that came of them.
    std::erase_if(open_, [](const auto& one) { return !one.code.starts_with(pattern_prefix); });
    if (!open_.empty() || !is_too_small()) find();
  }

  [[nodiscard]] bool changes_anything() const {
    return std::any_of(grounds_.begin(), grounds_.end(),
                       [this](const auto& ground) { return is_news(ground); }) ||
           std::any_of(open_.begin(), open_.end(),
                       [this](const auto& signal) { return !stands(signal); });
  }
  void write(store::Transaction& tx) const {
    for (const auto& ground : grounds_)
      raise(tx, ground);
    for (const auto& signal : open_) {
      if (!stands(signal)) withdraw(tx, signal);
    }
  }

 private:
  /// Most households of a large delivery: one person whom one system knows makes no pattern.
  [[nodiscard]] bool is_too_small() const {
    const auto persons = store::persons_in(reader_, household_);
    return persons.empty() ||
           (persons.size() == 1 && store::links_of(reader_, persons.front()).size() < 2);
  }

  void find() {
    const auto home = read_home(reader_, tables_, book_, household_, at_);
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
         linkage::find_patterns(seen.facts, book_.profile.patterns, base::jst_day(at_))) {
      auto ground = ground_of(seen, finding, section);
      if (section.empty() || shows_hidden(seen, ground)) grounds_.push_back(std::move(ground));
    }
  }

  Ground ground_of(const Home& seen, const PatternFinding& finding, const std::string& section) {
    store::Pattern pattern;
    pattern.audience = section;
    pattern.ground = token_of(reader_.keys(), finding);
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

  [[nodiscard]] const store::Signal* open_of(const Ground& ground) const {
    const auto at = std::find_if(open_.begin(), open_.end(),
                                 [&](const auto& one) { return one.code == ground.code; });
    return at == open_.end() ? nullptr : &*at;
  }
  [[nodiscard]] bool stands(const store::Signal& signal) const {
    return std::any_of(grounds_.begin(), grounds_.end(),
                       [&](const auto& one) { return one.code == signal.code; });
  }
  /// Not what is open and tells the same, nor what an officer decided about.
  [[nodiscard]] bool is_news(const Ground& ground) const {
    if (const auto* open = open_of(ground))
      return store::read_pattern(reader_, open->row) != ground.pattern;
    return !store::was_decided(reader_, ground.code, household_, ground.pattern.ground);
  }

  void raise(store::Transaction& tx, const Ground& ground) const {
    if (!is_news(ground)) return;
    const auto id = store::put_pattern(tx, ground.code, household_, ground.pattern);
    const auto* action = open_of(ground) == nullptr ? "signal.raised" : "signal.renewed";
    tx.audit(entry_of(system_actor, action, "signal/" + id.text()));
  }

  static void withdraw(store::Transaction& tx, const store::Signal& signal) {
    store::decide_signal(tx, signal.row, "withdrawn", system_actor);
    tx.audit(entry_of(system_actor, "signal.withdrawn", "signal/" + signal.id.text()));
  }

  store::Reader& reader_;
  const normalize::Tables& tables_;
  const Book& book_;
  HouseholdRow household_;
  base::UtcMillis at_;
  std::vector<store::Signal> open_;
  std::vector<Ground> grounds_;
};

}  // namespace

void weigh_patterns(store::Transaction& tx, const normalize::Tables& tables, const Book& book,
                    HouseholdRow household) {
  Weighed(tx, tables, book, household, tx.now()).write(tx);
}

Result<std::vector<HouseholdRow>> wanting_patterns(Context& context, const Book& book,
                                                   std::span<const HouseholdRow> households) {
  const auto now = context.clock.now();
  return context.db.read([&](store::Reader& reader) -> Result<std::vector<HouseholdRow>> {
    std::vector<HouseholdRow> wanting;
    std::copy_if(households.begin(), households.end(), std::back_inserter(wanting),
                 [&](HouseholdRow one) {
                   return Weighed(reader, context.tables, book, one, now).changes_anything();
                 });
    return wanting;
  });
}

Result<HouseholdRow> weigh_some(Context& context, HouseholdRow last) {
  const auto book = context.book();
  const auto some =
      context.db.read([last](store::Reader& reader) -> Result<std::vector<HouseholdRow>> {
        return store::households_after(reader, last, weighed_at_a_time);
      });
  if (!some) return some.error();
  if (some->empty()) return HouseholdRow();
  const auto wanting = wanting_patterns(context, *book, *some);
  if (!wanting) return wanting.error();
  if (wanting->empty()) return some->back();
  return context.db.write([&](store::Transaction& tx) -> Result<HouseholdRow> {
    for (const auto household : *wanting)
      weigh_patterns(tx, context.tables, *book, household);
    return some->back();
  });
}

void weigh_again(store::Transaction& tx, const normalize::Tables& tables, const Book& book,
                 const std::vector<store::PersonRow>& hidden) {
  const auto guarded = store::guarded_households(tx);
  std::set<HouseholdRow> households(guarded.begin(), guarded.end());
  for (const auto person : hidden) {
    for (const auto household : store::households_of(tx, person)) {
      if (!store::open_patterns_of(tx, household).empty()) households.insert(household);
    }
  }
  for (const auto household : households)
    weigh_patterns(tx, tables, book, household);
}

}  // namespace hub::service
