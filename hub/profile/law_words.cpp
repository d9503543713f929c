#include "hub/profile/law_words.hpp"

#include <array>

namespace hub::profile {
namespace {

using domain::ConsentObject;
using domain::ForumClass;
using domain::Item;
using domain::Mark;

constexpr std::array<Word<ForumClass>, 13> forum_classes{
    {{"own", ForumClass::own},
     {"consent", ForumClass::consent},
     {"consent_seated", ForumClass::consent_seated},
     {"statutory", ForumClass::statutory},
     {"youtai", ForumClass::youtai},
     {"internal", ForumClass::internal},
     {"agency", ForumClass::agency},
     {"benefit", ForumClass::benefit},
     {"emergency", ForumClass::emergency},
     {"report", ForumClass::report},
     {"statistics", ForumClass::statistics},
     {"self", ForumClass::self},
     {"none", ForumClass::unknown}}};

constexpr std::array<Word<Mark>, 3> marks{
    {{"S", Mark::seen}, {"R", Mark::remembered}, {"J", Mark::judgement}}};

constexpr std::array<Word<Item>, 12> items{{{"public", Item::public_},
                                            {"identity", Item::identity},
                                            {"contact", Item::contact},
                                            {"locating", Item::locating},
                                            {"family", Item::family},
                                            {"statement", Item::statement},
                                            {"special_care", Item::special_care},
                                            {"income", Item::income},
                                            {"staff_note", Item::staff_note},
                                            {"third_party", Item::third_party},
                                            {"youtai", Item::youtai},
                                            {"tax", Item::tax}}};

constexpr std::array<Word<ConsentObject>, 2> objects{
    {{"support", ConsentObject::support}, {"sharing", ConsentObject::sharing}}};

}  // namespace

std::span<const Word<ForumClass>> words_of(WordsFor<ForumClass>) {
  return forum_classes;
}
std::span<const Word<Mark>> words_of(WordsFor<Mark>) {
  return marks;
}
std::span<const Word<Item>> words_of(WordsFor<Item>) {
  return items;
}
std::span<const Word<ConsentObject>> words_of(WordsFor<ConsentObject>) {
  return objects;
}

void read(const Node& node, Problems& problems, domain::Labels& out) {
  std::vector<Item> listed;
  read(node, problems, listed);
  for (const Item item : listed)
    out = out.with(item);
}

void report_twice(const Place& at, const std::string& code, Problems& problems) {
  problems.add(
      at, "declared_twice",
      {"「" + code + "」は同じ期間に二度書かれています。一方に until を書くか、消してください。",
       "\"" + code + "\" stands twice at one time; end one with until, or remove it"});
}

}  // namespace hub::profile
