// Two persons who may be one, what an officer said of them, and what follows: links, households,
// patterns and open questions stand as the word wants it in the same transaction, and so they do
// when he takes it back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/service/context.hpp"
#include "hub/service/link.hpp"
#include "hub/store/households.hpp"
#include "hub/store/link_words.hpp"

namespace hub::service {

/// Two persons who may be one, and whom no rule could join.
struct Candidates {
  store::PersonRef one;  ///< of the household that the signal is about
  store::PersonRef other;
  Doubtful doubt;
};

std::vector<Candidates> candidates_in(store::Reader& reader, store::HouseholdRow household);
/// Whether an officer is asked about the two, from either side.
bool are_asked_about(store::Reader& reader, store::PersonRow one, store::PersonRow other);

struct TwoPersons {
  store::PersonRef one;
  store::PersonRef other;
};

/// Whose word it is. `object`: what he answered by (`signal/<id>`, `link/review`).
struct Speaker {
  std::string name;  ///< as the session says: `officer/<user>`
  std::string object;
};

/// They are one, by all records that are certain of each. `conflict` where something rests on both
/// (a referral, a consent, a decision), or where an officer told records of the two apart.
base::Result<> join_two(store::Transaction& tx, const Context& context, const TwoPersons& two,
                        const Speaker& officer);
/// They are two: no rule joins their records again.
base::Result<> part_two(store::Transaction& tx, const Context& context, const TwoPersons& two,
                        const Speaker& officer);
/// Two records that a rule made one person's are two people's.
base::Result<> part_records(store::Transaction& tx, const Context& context, store::RecordRow one,
                            store::RecordRow other, const Speaker& officer);
/// What was said stands no more; `not_found` where it does not.
base::Result<> take_back_word(store::Transaction& tx, const Context& context,
                              const store::LinkWordId& word, const std::string& officer);

}  // namespace hub::service
