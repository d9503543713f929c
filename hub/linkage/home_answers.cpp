#include "hub/linkage/home_answers.hpp"

#include <algorithm>
#include <initializer_list>

namespace hub::linkage {
namespace {

using domain::HomeField;
using domain::MemberField;
using domain::PairField;
using domain::Relation;
using domain::Said;
using Words = std::vector<std::string>;

constexpr std::int64_t of_age = 18;

Said words(Words all) {
  return {std::move(all), std::nullopt};
}
Said yes_if(bool yes) {
  return yes ? words({"yes"}) : Said{};
}
Said exactly(std::size_t count) {
  const auto number = static_cast<std::int64_t>(count);
  return {{}, domain::WholeRange{number, number}};
}

template <class Told>
Words all_of(const std::vector<const ToldOfMember*>& told, Told member) {
  Words all;
  for (const auto* one : told)
    all.insert(all.end(), (one->*member).begin(), (one->*member).end());
  return all;
}

/// A year more or less: who says it may not know the birthday.
bool fits(const domain::WholeRange& age, int stated) {
  return domain::WholeRange{stated - 1, stated + 1}.holds(age);
}

/// Of whoever bears that 続柄: its last character tells (長女, 子の妻, 夫の父; 息子 beside 子).
Sex sex_of(std::string_view relationship) {
  const auto word = relationship.substr(0, relationship.find('('));
  const auto ends_with = [word](std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [word](auto end) { return word.ends_with(end); });
  };
  if (ends_with({"父母"})) return Sex::unknown;
  if (ends_with({"男", "夫", "父", "兄", "弟", "婿", "息子"})) return Sex::man;
  if (ends_with({"女", "妻", "母", "姉", "妹", "嫁", "娘"})) return Sex::woman;
  return Sex::unknown;
}

bool holds(const Words& relations, Relation relation) {
  return std::find(relations.begin(), relations.end(), domain::name_of(relation)) !=
         relations.end();
}

bool may_be(Sex one, Sex other) {
  return one == Sex::unknown || other == Sex::unknown || one == other;
}

std::string_view name_of(domain::HouseholdRole role) {
  constexpr std::string_view names[] = {"", "head", "carer", "dependent", "other"};
  return names[static_cast<std::size_t>(role)];
}

}  // namespace

HomeAnswers::HomeAnswers(const HomeFacts& home, const domain::PatternRules& rules,
                         std::chrono::year_month_day day, Counting counting)
    : home_(home), rules_(rules), day_(day), known_(home.members.size()) {
  for (std::size_t at = 0; at < home.members.size(); ++at) {
    if (counting != Counting::sure_members || home.members[at].sure) learn(at, counting);
  }
  for (const auto& told : home.pairs) {
    if (counting == Counting::all || (told.sure && told.who)) place(told);
  }
}

void HomeAnswers::learn(std::size_t member, Counting counting) {
  members_.push_back(member);
  auto& known = known_[member];
  std::vector<domain::PartialDate> born;
  for (const auto& told : home_.members[member].told) {
    if (counting != Counting::all && !told.sure) continue;
    known.told.push_back(&told);
    if (told.knows) known.fields.insert(told.field);
    if (told.born) born.push_back(*told.born);
    if (told.sex != Sex::unknown) known.sex = told.sex;
  }
  known.born = agreed(born);
}

void HomeAnswers::place(const ToldOfPair& told) {
  const auto who = told.who ? told.who : aged(told);
  if (who && *who != told.focus) stated_.push_back({&told, *who});
}

/// The one other member of that age, and of the sex that the relationship tells; nothing where
/// there are several.
std::optional<std::size_t> HomeAnswers::aged(const ToldOfPair& told) const {
  std::optional<std::size_t> found;
  if (!told.age) return found;
  for (const auto member : members_) {
    const auto age = age_of(member).number;
    if (member == told.focus || !age || !fits(*age, *told.age)) continue;
    if (!may_be(known_[member].sex, sex_of(told.relationship))) continue;
    if (found) return std::nullopt;
    found = member;
  }
  return found;
}

Said HomeAnswers::age_of(std::size_t member) const {
  const auto& born = known_[member].born;
  return {{}, born ? std::optional(age_on(*born, day_)) : std::nullopt};
}

Said HomeAnswers::of_member(std::size_t member, MemberField field) const {
  const auto& known = known_[member];
  switch (field) {
    case MemberField::age:
      return age_of(member);
    case MemberField::field:
      return words({known.fields.begin(), known.fields.end()});
    case MemberField::fields:
      return exactly(known.fields.size());
    case MemberField::concern:
      return words(all_of(known.told, &ToldOfMember::concerns));
    case MemberField::care_level:
      return words(all_of(known.told, &ToldOfMember::care_levels));
    case MemberField::certificate:
      return words(all_of(known.told, &ToldOfMember::certificates));
    case MemberField::support_category:
      return words(all_of(known.told, &ToldOfMember::support_categories));
    case MemberField::role:
      return words(roles(member));
    case MemberField::youtai:
      return yes_if(std::any_of(known.told.begin(), known.told.end(),
                                [](const auto* told) { return told->youtai; }));
  }
  return {};
}

Said HomeAnswers::of_pair(std::size_t of, std::size_t to, PairField field) const {
  switch (field) {
    case PairField::relationship:
      return words(relations(of, to));
    case PairField::lives_with:
      return words({said_apart(of, to) ? "no" : "yes"});
    case PairField::years_younger: {
      const auto& one = known_[of].born;
      const auto& other = known_[to].born;
      if (!one || !other) return {};
      return {{}, years_younger(*one, *other)};
    }
    case PairField::cares_for:
      return yes_if(cares_for(of, to));
    case PairField::concern_elsewhere:
      return words(concerns_elsewhere(of, to));
  }
  return {};
}

Said HomeAnswers::of_home(HomeField field) const {
  if (field == HomeField::members) return exactly(members_.size());
  std::set<std::string> fields;
  std::size_t known = 0;
  for (const auto member : members_) {
    known += known_[member].fields.empty() ? 0 : 1;
    fields.insert(known_[member].fields.begin(), known_[member].fields.end());
  }
  return exactly(field == HomeField::known_members ? known : fields.size());
}

/// What somebody is to a wife, he is to her husband, where nobody says what he is to him.
Words HomeAnswers::relations(std::size_t of, std::size_t to) const {
  auto all = stated_relations(of, to);
  if (!all.empty()) return all;
  for (const auto spouse : members_) {
    if (spouse == of || !holds(stated_relations(spouse, to), Relation::spouse)) continue;
    const auto theirs = stated_relations(of, spouse);
    for (const auto relation : {Relation::child, Relation::in_law, Relation::grandchild}) {
      if (holds(theirs, relation)) all.emplace_back(domain::name_of(relation));
    }
  }
  return all;
}

/// A statement tells of both sides.
Words HomeAnswers::stated_relations(std::size_t of, std::size_t to) const {
  Words all;
  for (const auto& stated : stated_) {
    const auto relation = rules_.relation_of(stated.told->relationship);
    if (!relation) continue;
    if (stated.who == of && stated.told->focus == to) all.emplace_back(domain::name_of(*relation));
    if (stated.who == to && stated.told->focus == of)
      all.emplace_back(domain::name_of(domain::inverse(*relation)));
  }
  return all;
}

bool HomeAnswers::said_apart(std::size_t one, std::size_t other) const {
  return std::any_of(stated_.begin(), stated_.end(), [&](const Stated& stated) {
    const auto focus = stated.told->focus;
    const bool theirs =
        (stated.who == one && focus == other) || (stated.who == other && focus == one);
    return theirs && stated.told->cohabiting == domain::Cohabiting::no;
  });
}

bool HomeAnswers::cares_for(std::size_t of, std::size_t to) const {
  return std::any_of(stated_.begin(), stated_.end(), [&](const Stated& stated) {
    return stated.who == of && stated.told->focus == to &&
           stated.told->role == domain::HouseholdRole::carer;
  });
}

Words HomeAnswers::roles(std::size_t member) const {
  Words all;
  for (const auto& stated : stated_) {
    if (stated.who == member && stated.told->role != domain::HouseholdRole::unknown)
      all.emplace_back(name_of(stated.told->role));
  }
  return all;
}

Words HomeAnswers::concerns_elsewhere(std::size_t of, std::size_t to) const {
  Words all;
  const auto& theirs = known_[to].fields;
  for (const auto* told : known_[of].told) {
    if (theirs.size() == theirs.count(told->field)) continue;
    all.insert(all.end(), told->concerns.begin(), told->concerns.end());
  }
  return all;
}

/// An adult is named by what others know of him; a child whom the 要対協 knows never is.
bool HomeAnswers::may_be_named(std::size_t member) const {
  const auto& told = known_[member].told;
  const auto labelled = [](const ToldOfMember* one) { return one->youtai; };
  if (std::none_of(told.begin(), told.end(), labelled)) return true;
  const auto age = age_of(member).number;
  const bool adult = age && age->from >= of_age;
  return adult && !std::all_of(told.begin(), told.end(), labelled);
}

}  // namespace hub::linkage
