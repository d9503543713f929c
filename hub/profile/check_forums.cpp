#include <algorithm>
#include <array>

#include "hub/profile/checks.hpp"
#include "hub/profile/convener.hpp"
#include "hub/profile/nearest.hpp"

namespace hub::profile {
namespace {

constexpr std::array<std::string_view, 7> triggers{"create", "change",   "close", "suspend",
                                                   "share",  "evaluate", "ratify"};

std::vector<std::string_view> codes_of(const domain::LegalBases& bases) {
  std::vector<std::string_view> out;
  for (const domain::LegalBasis& basis : bases.rows())
    out.push_back(basis.code);
  return out;
}

/// The row that holds last: a function is named once for all versions of its law.
const domain::LegalBasis* newest(const domain::LegalBases& bases, const std::string& code) {
  const domain::LegalBasis* out = nullptr;
  for (const domain::LegalBasis& basis : bases.rows())
    if (basis.code == code) out = &basis;
  return out;
}

void report_convener(const Forum& forum, const domain::LegalBasis& basis, Problems& problems) {
  problems.add(forum.convener.at, "unlawful_convener",
               {"「" + forum.convener.code + "」は" + basis.title + "(" + basis.code +
                    ")を招集できません(legal_bases.yaml の conveners)。",
                "\"" + forum.convener.code + "\" may not convene " + basis.code +
                    " (conveners in legal_bases.yaml)"});
}

void check_function(const Profile& profile, const Forum& forum, const ForumFunction& function,
                    const domain::LegalBases& bases, Problems& problems) {
  const domain::LegalBasis* basis = newest(bases, function.basis.code);
  if (basis == nullptr) {
    problems.add(function.basis.at, "unknown_basis",
                 {"「" + function.basis.code + "」は legal_bases.yaml にありません。",
                  "\"" + function.basis.code + "\" does not stand in legal_bases.yaml"},
                 nearest(function.basis.code, codes_of(bases)));
  } else if (!may_convene(profile, forum.convener.code, *basis)) {
    report_convener(forum, *basis, problems);
  }
}

/// Persons may be a topic only under a legal function, with secrecy; and the other way round.
void check_person_data(const Forum& forum, Problems& problems) {
  if (forum.personal_data && forum.functions.empty())
    problems.add(forum.at, "forum_without_function",
                 {"個人の情報を扱う会議には根拠(functions)が要ります。扱わないなら "
                  "personal_data: false と書いてください。",
                  "a forum about persons needs functions; else write personal_data: false"});
  if (!forum.personal_data && !forum.functions.empty())
    problems.add(forum.at, "function_without_persons",
                 {"個人の情報を扱わない会議に根拠(functions)は書けません。",
                  "a forum without personal data has no functions"});
  if (forum.personal_data && !forum.secrecy)
    problems.add(forum.at, "secrecy_missing",
                 {"守秘義務の根拠と範囲(secrecy)を書いてください。",
                  "write on what ground and whom secrecy binds (secrecy)"});
}

void check_choice(const Forum& forum, Problems& problems) {
  const bool several = forum.functions.size() > 1;
  if (several != (forum.choice == Choice::fixed)) return;
  problems.add(forum.at, "choice",
               {"働きが複数なら choice: per_item か by_consent、1つなら fixed です。",
                "several functions want choice: per_item or by_consent, one wants fixed"});
}

void check_triggers(const Forum& forum, Problems& problems) {
  for (const std::string& trigger : forum.triggers)
    if (std::find(triggers.begin(), triggers.end(), trigger) == triggers.end())
      problems.add(forum.at, "unknown_trigger",
                   {"「" + trigger + "」という開催の時機はありません。",
                    "there is no trigger \"" + trigger + "\""},
                   nearest(trigger, triggers));
}

}  // namespace

void check_forums(const Profile& profile, const domain::LegalBases& bases, Problems& problems) {
  for (const Forum& forum : profile.forums) {
    for (const ForumFunction& function : forum.functions)
      check_function(profile, forum, function, bases, problems);
    check_person_data(forum, problems);
    if (forum.personal_data) check_choice(forum, problems);
    check_triggers(forum, problems);
  }
}

}  // namespace hub::profile
