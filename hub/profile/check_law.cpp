// What a row of legal_bases.yaml may not say: something that the gate's class of it contradicts, so
// that a reader would believe the row and the gate would do otherwise.
#include <algorithm>
#include <array>

#include "hub/profile/convener.hpp"
#include "hub/profile/law_words.hpp"
#include "hub/profile/nearest.hpp"

namespace hub::profile {
namespace {

using domain::ForumClass;
using domain::LegalBasis;

bool asks_consent(ForumClass forum) {
  return forum == ForumClass::consent || forum == ForumClass::consent_seated;
}

bool is_convened(ForumClass forum) {
  return forum == ForumClass::consent_seated || forum == ForumClass::statutory ||
         forum == ForumClass::youtai;
}

/// A prohibition (`none`) may speak of consent as it likes: nothing is founded on it.
void check_consent(const Placed<LegalBasis>& one, Problems& problems) {
  const LegalBasis& row = one.row;
  if (row.forum_class == ForumClass::unknown || row.consent_needed == asks_consent(row.forum_class))
    return;
  problems.add(
      one.at, "consent_of_class",
      {"「" + row.code +
           "」の consent_needed は forum_class と合いません。同意を求めるのは consent と "
           "consent_seated だけです。",
       "consent_needed of \"" + row.code +
           "\" contradicts its forum_class: consent and consent_seated want it, no other"});
}

void check_conveners(const Placed<LegalBasis>& one, Problems& problems) {
  const LegalBasis& row = one.row;
  if (is_convened(row.forum_class) && row.conveners.empty())
    problems.add(
        one.at, "no_convener",
        {"「" + row.code + "」は会議の根拠です。誰が招集できるか(conveners)を書いてください。",
         "\"" + row.code + "\" is a meeting's ground: write who may convene (conveners)"});
  const auto known = all_convener_kinds();
  for (const std::string& convener : row.conveners) {
    if (std::find(known.begin(), known.end(), convener) != known.end()) continue;
    problems.add(one.at, "unknown_convener",
                 {"「" + convener + "」という招集者の種類はありません。",
                  "there is no kind of convener \"" + convener + "\""},
                 nearest(convener, known));
  }
}

}  // namespace

void check_basis(const Placed<LegalBasis>& one, Problems& problems) {
  check_consent(one, problems);
  check_conveners(one, problems);
}

}  // namespace hub::profile
