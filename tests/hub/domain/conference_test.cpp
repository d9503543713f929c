// The forums that a conference may name are those of the book of legal bases, and their class says
// what they lay upon the record.
#include "hub/domain/conference.hpp"
#include "tests/places.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace hub::domain {
namespace {

/// Code and class of every row; the file is read for its two words only.
std::map<std::string, std::string> classes() {
  std::ifstream file(tests::in_source("/config/legal_bases.yaml"));
  std::map<std::string, std::string> found;
  std::string line;
  std::string code;
  const std::string code_mark = "  - code: ";
  const std::string class_mark = "    forum_class: ";
  while (std::getline(file, line)) {
    if (line.starts_with(code_mark)) code = line.substr(code_mark.size());
    if (line.starts_with(class_mark)) found[code] = line.substr(class_mark.size());
  }
  return found;
}

TEST(Conference, names_forums_of_the_book_and_takes_their_secrecy_from_their_class) {
  const auto book = classes();
  for (const std::string_view forum : conference_forums) {
    const auto row = book.find(std::string(forum));
    ASSERT_NE(row, book.end()) << forum;
    const auto& forum_class = row->second;
    Labels wanted = Item::staff_note;
    if (forum_class == "youtai") wanted = Item::youtai;
    if (forum_class == "consent" || forum_class == "consent_seated") wanted = {};
    EXPECT_EQ(items_of_forum(forum), wanted) << forum << " is " << forum_class;
    const auto of_class = item_of_class(forum_class_from(forum_class));
    EXPECT_EQ(Labels(of_class), wanted.empty() ? Labels(Item::statement) : wanted) << forum;
  }
}

TEST(Conference, knows_every_body_of_the_book_that_meets) {
  for (const auto& [code, forum_class] : classes()) {
    const std::string_view meets[] = {"consent", "consent_seated", "statutory", "youtai",
                                      "internal"};
    if (std::find(std::begin(meets), std::end(meets), forum_class) == std::end(meets)) continue;
    EXPECT_NE(std::find(conference_forums.begin(), conference_forums.end(), code),
              conference_forums.end())
        << code;
  }
}

TEST(Conference, takes_a_forum_that_it_does_not_know_for_a_secret_one) {
  EXPECT_EQ(items_of_forum("要対協"), Labels(Item::staff_note));
}

}  // namespace
}  // namespace hub::domain
