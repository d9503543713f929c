// The table of operations and the description that is served say the same, both ways; and what a
// row promises it can keep.
#include "hub/api/operations.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "hub/api/description.hpp"
#include "hub/api/members.hpp"
#include "tests/places.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::api {
namespace {

using tsunagu::json::View;

/// Not of the table: to sign in and out, and the description itself.
const std::set<std::string> others{"signIn", "readSession", "signOut", "changePassword",
                                   "readDescription"};

struct Described {
  std::string method;
  std::string path;
  std::vector<std::string> roles;
  bool idempotent = false;
  bool conditional = false;
};

class Operations : public testing::Test {
 protected:
  void SetUp() override {
    auto parsed = tsunagu::json::parse_untrusted(description());
    ASSERT_TRUE(parsed.ok()) << parsed.failure().text();
    document = std::move(parsed).take();
    for (const auto path : document.root().find("paths")) {
      for (const auto method : path)
        described[std::string(method.find("operationId").text())] = read(path, method);
    }
  }
  static Described read(View path, View method) {
    Described out{std::string(method.key()), std::string(path.key()), {}, false, false};
    for (const auto role : method.find("x-roles"))
      out.roles.emplace_back(role.text());
    for (const auto parameter : method.find("parameters")) {
      out.idempotent |= parameter.find("$ref").text().ends_with("/idempotencyKey");
      out.conditional |= parameter.find("$ref").text().ends_with("/ifMatch");
    }
    return out;
  }
  static std::vector<std::string> names(domain::AccountRoles roles) {
    std::vector<std::string> out;
    for (const auto role : domain::account_roles) {
      if (roles.has(role)) out.emplace_back(domain::name_of(role));
    }
    if (roles.has(domain::AccountRole::partner_system))
      out.emplace_back(domain::name_of(domain::AccountRole::partner_system));
    return out;
  }

  tsunagu::json::Document document;
  std::map<std::string, Described> described;
};

TEST_F(Operations, are_described_with_their_roles_and_conditions) {
  for (const auto& operation : operations()) {
    SCOPED_TRACE(operation.id);
    const auto found = described.find(std::string(operation.id));
    ASSERT_NE(found, described.end());
    EXPECT_EQ(found->second.path, operation.pattern);
    EXPECT_EQ(found->second.method, operation.method == http::Method::get ? "get" : "post");
    EXPECT_EQ(found->second.roles, names(operation.roles));
    EXPECT_EQ(found->second.idempotent, operation.effect == Effect::create);
    EXPECT_EQ(found->second.conditional,
              operation.effect == Effect::change || operation.effect == Effect::advance);
  }
}

TEST_F(Operations, are_all_that_is_described) {
  std::set<std::string> known = others;
  for (const auto& operation : operations())
    EXPECT_TRUE(known.emplace(operation.id).second) << operation.id << " stands there twice";
  for (const auto& [id, one] : described)
    EXPECT_TRUE(known.contains(id)) << id;
  EXPECT_EQ(known.size(), described.size());
}

TEST_F(Operations, are_for_somebody_and_bear_what_their_effect_wants) {
  for (const auto& operation : operations()) {
    SCOPED_TRACE(operation.id);
    EXPECT_FALSE(operation.roles.empty());
    const bool reads = operation.effect == Effect::read || operation.effect == Effect::page;
    EXPECT_EQ(operation.method == http::Method::get, reads);
    if (operation.effect == Effect::change) {
      EXPECT_FALSE(operation.reading.empty());
    }
    if (operation.effect == Effect::advance) {
      EXPECT_NE(operation.pattern.find("{plan}"), std::string_view::npos);
    }
    EXPECT_FALSE(operation.summary.empty());
  }
}

/// What the path names first is what the relation is asked of.
TEST_F(Operations, name_first_to_what_one_must_stand) {
  const std::map<Relation, std::set<std::string_view>> first{
      {Relation::own_case, {"case", "plan", "referral", "outreach"}},
      {Relation::own_person, {"person", "match"}},
      {Relation::own_desk, {"desk"}},
      {Relation::member, {"sitting"}},
  };
  for (const auto& operation : operations()) {
    SCOPED_TRACE(operation.id);
    const auto wanted = first.find(operation.relation);
    if (wanted == first.end()) continue;
    auto named = operation.pattern.substr(operation.pattern.find('{') + 1);
    named = named.substr(0, named.find('}'));
    EXPECT_TRUE(wanted->second.contains(named));
  }
}

TEST_F(Operations, say_nothing_that_the_table_of_members_does_not_know) {
  for (const auto& operation : operations()) {
    SCOPED_TRACE(operation.id);
    for (const auto& one : members_of(operation)) {
      ASSERT_NE(one.member, nullptr);
      EXPECT_FALSE(one.member->meaning.empty());
      EXPECT_EQ(one.member->shape == Shape::word, !one.member->words.empty());
    }
    auto left = operation.pattern;
    for (auto at = left.find('{'); at != std::string_view::npos; at = left.find('{')) {
      left.remove_prefix(at + 1);
      EXPECT_NE(find_member(operation.verb, left.substr(0, left.find('}'))), nullptr);
    }
  }
}

/// With TSUNAGU_REFRESH in the environment the file is written anew.
TEST_F(Operations, stand_in_the_file_as_they_are_served) {
  const auto file = tests::in_source("/hub/api/openapi.json");
  if (std::getenv("TSUNAGU_REFRESH") != nullptr) std::ofstream(file) << description();
  std::ifstream in(file);
  const std::string kept{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(kept == description()) << "openapi.json is old: run this with TSUNAGU_REFRESH=1";
}

}  // namespace
}  // namespace hub::api
