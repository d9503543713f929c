#include "hub/http/problem.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "hub/base/result.hpp"

namespace {

using hub::base::fail;
using hub::base::Kind;
using hub::http::problem;
using hub::http::status_of;

TEST(Problem, has_a_stable_type_a_status_and_the_correlation_id) {
  const auto answer = problem(404, "not_found", "c-1");
  EXPECT_EQ(answer.content_type, "application/problem+json");
  EXPECT_EQ(answer.body,
            R"({"type":"urn:tsunagu:problem:not_found","title":"Not Found","status":404,)"
            R"("correlationId":"c-1"})");
}

TEST(Problem, never_tells_the_text_of_a_failure) {
  const auto answer = problem(fail(Kind::invalid, "/dateOfBirth: 30 February"), "c-1");
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(answer.body.find("February"), std::string::npos);
}

TEST(Problem, says_when_to_come_back_where_that_helps) {
  for (const auto kind : {Kind::busy, Kind::unavailable, Kind::storage_full}) {
    const auto answer = problem(fail(kind, ""), "c-1");
    const auto& fields = answer.fields;
    EXPECT_TRUE(std::any_of(fields.begin(), fields.end(),
                            [](const auto& field) { return field.first == "Retry-After"; }));
  }
}

TEST(Problem, makes_hidden_and_absent_look_the_same) {
  EXPECT_EQ(status_of(Kind::not_found), 404);
  EXPECT_EQ(status_of(Kind::storage_full), 507);
  EXPECT_EQ(status_of(Kind::conflict), 409);
  EXPECT_EQ(status_of(Kind::corrupt), 500);
}

}  // namespace
