#include "hub/linkage/pattern.hpp"

#include <algorithm>
#include <set>

#include "hub/linkage/home_answers.hpp"

namespace hub::linkage {
namespace {

using domain::FieldSet;
using domain::Judged;
using domain::PatternRule;

/// By which fields of each vocabulary something was seen.
struct Seen {
  FieldSet members = 0;
  FieldSet pairs = 0;
  FieldSet home = 0;

  void add(const Seen& other) {
    members |= other.members;
    pairs |= other.pairs;
    home |= other.home;
  }
};

/// One rule over one household: all ways to give its people to different members.
class Search {
 public:
  Search(const HomeAnswers& answers, const PatternRule& rule)
      : answers_(answers), rule_(rule), cast_(rule.people.size()) {}

  /// False where the household makes no such pattern.
  bool run() {
    const auto home = domain::judge(rule_.household, [this](std::uint8_t field) {
      return answers_.of_home(static_cast<domain::HomeField>(field));
    });
    if (!home.holds) return false;
    seen_.home = home.by;
    if (rule_.people.empty()) {
      add_known();
    } else {
      cast(0, {});
    }
    return !found_.empty();
  }
  [[nodiscard]] const std::set<std::size_t>& found() const noexcept { return found_; }
  [[nodiscard]] const Seen& seen() const noexcept { return seen_; }

 private:
  /// A rule of the household alone is about whoever is known to a field.
  void add_known() {
    for (const auto member : answers_.members()) {
      if (!answers_.fields_of(member).empty()) found_.insert(member);
    }
  }

  void cast(std::size_t role, const Seen& so_far) {
    if (role == cast_.size()) {
      found_.insert(cast_.begin(), cast_.end());
      seen_.add(so_far);
      return;
    }
    const auto end = cast_.begin() + static_cast<std::ptrdiff_t>(role);
    for (const auto member : answers_.members()) {
      if (std::find(cast_.begin(), end, member) != end) continue;
      cast_[role] = member;
      Seen seen = so_far;
      if (suits(role, seen)) cast(role + 1, seen);
    }
  }

  /// The last who was cast, towards all who were before.
  bool suits(std::size_t role, Seen& seen) const {
    const auto self = domain::judge(rule_.people[role].when, [&](std::uint8_t field) {
      return answers_.of_member(cast_[role], static_cast<domain::MemberField>(field));
    });
    seen.members |= self.by;
    return self.holds &&
           std::all_of(rule_.between.begin(), rule_.between.end(), [&](const auto& tie) {
             return std::max(tie.of, tie.to) != role || holds(tie, seen);
           });
  }

  bool holds(const domain::PatternTie& tie, Seen& seen) const {
    const auto judged = domain::judge(tie.when, [&](std::uint8_t field) {
      return answers_.of_pair(cast_[tie.of], cast_[tie.to], static_cast<domain::PairField>(field));
    });
    seen.pairs |= judged.by;
    return judged.holds;
  }

  const HomeAnswers& answers_;
  const PatternRule& rule_;
  std::vector<std::size_t> cast_;
  std::set<std::size_t> found_;
  Seen seen_;
};

bool is_seen(domain::Vocabulary vocabulary, FieldSet by, std::string_view name) {
  for (std::size_t at = 0; at < vocabulary.size(); ++at) {
    if (vocabulary[at].name == name && (by & (FieldSet{1} << at)) != 0) return true;
  }
  return false;
}

std::vector<std::string> evidence_of(const PatternRule& rule, const Seen& seen) {
  std::vector<std::string> kinds;
  for (const auto& name : rule.evidence) {
    if (is_seen(domain::member_fields, seen.members, name) ||
        is_seen(domain::pair_fields, seen.pairs, name) ||
        is_seen(domain::home_fields, seen.home, name))
      kinds.push_back(name);
  }
  return kinds;
}

PatternFinding finding_of(const HomeFacts& home, const HomeAnswers& answers,
                          const PatternRule& rule, const Search& search) {
  PatternFinding finding;
  finding.code = rule.code;
  std::set<std::string> fields;
  for (const auto member : search.found()) {
    finding.members.push_back({home.members[member].person, answers.may_be_named(member)});
    const auto& known = answers.fields_of(member);
    fields.insert(known.begin(), known.end());
  }
  finding.fields.assign(fields.begin(), fields.end());
  finding.evidence = evidence_of(rule, search.seen());
  return finding;
}

/// Who else lives there makes no difference.
bool is_of_one(const PatternRule& rule) {
  return rule.people.size() == 1 && rule.household.parts.empty() && rule.household.ranges.empty();
}

}  // namespace

std::string_view name_of(Confidence confidence) noexcept {
  return confidence == Confidence::certain ? "certain" : "probable";
}

std::vector<PatternFinding> find_patterns(const HomeFacts& home, const domain::PatternRules& rules,
                                          std::chrono::year_month_day day) {
  std::vector<PatternFinding> findings;
  if (home.members.size() > most_members_of_pattern) return findings;
  const HomeAnswers all(home, rules, day, Counting::all);
  const HomeAnswers links(home, rules, day, Counting::sure_links);
  const HomeAnswers members(home, rules, day, Counting::sure_members);
  for (const auto& rule : rules.patterns) {
    Search search(all, rule);
    if (!search.run()) continue;
    findings.push_back(finding_of(home, all, rule, search));
    Search again(is_of_one(rule) ? links : members, rule);
    if (again.run() && again.found() == search.found())
      findings.back().confidence = Confidence::certain;
  }
  return findings;
}

}  // namespace hub::linkage
