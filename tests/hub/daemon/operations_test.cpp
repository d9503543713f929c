// The verbs of the socket and the operations of the API hold each other: whatever an officer does
// at the command line he does over HTTP too, with the same members.
#include "hub/api/operations.hpp"

#include <algorithm>
#include <set>

#include "hub/api/members.hpp"
#include "hub/daemon/admin_guard.hpp"
#include "tests/hub/daemon/admin_fixture.hpp"

namespace hub::daemon {
namespace {

using Names = std::set<std::string_view, std::less<>>;

/// Verbs of officers without an operation of their own, each with the reason.
const std::map<std::string_view, std::string_view> exceptions{
    {"case.list", "case.page tells the same by pages"},
    {"plan.list", "plan.page tells the same by pages"},
};

Names verbs_of_operations() {
  Names out;
  for (const auto& operation : api::operations())
    out.insert(operation.verb);
  return out;
}

TEST(OperationsOfVerbs, each_verb_of_an_officer_has_an_operation_or_an_exception) {
  const auto served = verbs_of_operations();
  for (const auto& verb : officer_verbs()) {
    SCOPED_TRACE(verb);
    EXPECT_NE(served.contains(verb), exceptions.contains(verb));
  }
  for (const auto& [verb, why] : exceptions)
    EXPECT_TRUE(officer_verbs().contains(std::string(verb))) << verb << ": " << why;
}

TEST(OperationsOfVerbs, each_operation_of_officers_has_a_verb_of_theirs) {
  const domain::AccountRoles officers(domain::AccountRole::desk, domain::AccountRole::coordinator,
                                      domain::AccountRole::municipal);
  for (const auto& operation : api::operations()) {
    if (!operation.roles.meets(officers) || operation.roles.has(domain::AccountRole::auditor))
      continue;
    EXPECT_TRUE(officer_verbs().contains(operation.verb)) << operation.verb;
  }
}

/// The members of the path, the body or the query, and what the API adds itself.
Names said_by(const api::Operation& operation) {
  Names out;
  auto left = operation.pattern;
  for (auto at = left.find('{'); at != std::string_view::npos; at = left.find('{')) {
    left.remove_prefix(at + 1);
    out.insert(left.substr(0, left.find('}')));
  }
  for (const auto& one : api::members_of(operation))
    out.insert(one.member->name);
  return out;
}

/// `limit` and `after` are a page's, `seen` is the tag of a change. A desk's list is filtered, and
/// a word that takes away names no form and no end.
Names left_out(const api::Operation& operation) {
  Names out{"limit", "after", "seen"};
  if (operation.verb.starts_with("consent.")) {
    for (const auto name : {"consent", "form", "forums", "recipients", "purposes", "items", "until",
                            "objects", "givenBy", "basis", "method", "evidence", "on"})
      out.insert(name);
  }
  return out;
}

TEST(OperationsOfVerbs, say_what_the_verb_knows_and_all_of_it) {
  for (const auto& operation : api::operations()) {
    SCOPED_TRACE(operation.id);
    const auto known = members_of(operation.verb);
    const auto said = said_by(operation);
    const auto may_lack = left_out(operation);
    for (const auto name : said)
      EXPECT_NE(std::find(known.begin(), known.end(), name), known.end()) << name;
    for (const auto name : known)
      EXPECT_TRUE(said.contains(name) || may_lack.contains(name)) << name;
  }
}

class ServedVerbs : public AdminVerbsTest {};

TEST_F(ServedVerbs, of_operations_are_there) {
  for (const auto& operation : api::operations()) {
    EXPECT_TRUE(verbs.contains(operation.verb)) << operation.verb;
    if (!operation.reading.empty()) {
      EXPECT_TRUE(verbs.contains(operation.reading)) << operation.reading;
    }
  }
}

}  // namespace
}  // namespace hub::daemon
