#include <algorithm>
#include <array>

#include "hub/profile/checks.hpp"
#include "hub/profile/nearest.hpp"

namespace hub::profile {
namespace {

constexpr std::array<std::string_view, 6> triggers{"create",  "change", "close",
                                                   "suspend", "share",  "evaluate"};

void check_basis(const Ref& basis, std::span<const std::string> bases, Problems& problems) {
  if (bases.empty() || std::find(bases.begin(), bases.end(), basis.code) != bases.end()) return;
  const std::vector<std::string_view> known(bases.begin(), bases.end());
  problems.add(basis.at, "unknown_basis",
               {"「" + basis.code + "」は legal_bases.yaml にありません。",
                "\"" + basis.code + "\" does not stand in legal_bases.yaml"},
               nearest(basis.code, known));
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

void check_forums(const Profile& profile, std::span<const std::string> bases, Problems& problems) {
  for (const Forum& forum : profile.forums) {
    for (const ForumFunction& function : forum.functions)
      check_basis(function.basis, bases, problems);
    check_person_data(forum, problems);
    if (forum.personal_data) check_choice(forum, problems);
    check_triggers(forum, problems);
  }
}

}  // namespace hub::profile
