// Issuers of access tokens, and what partners follow, as an operator writes them.
#include "hub/profile/token_issuer.hpp"

#include <gtest/gtest.h>

#include "hub/profile/partner.hpp"

namespace hub::profile {
namespace {

template <class T>
std::string codes_of(std::string_view yaml, T& out) {
  Problems problems;
  if (const auto node = parse_yaml(yaml, "hub.yaml", problems)) read(*node, problems, out);
  std::string codes;
  for (const auto& one : problems.all())
    codes += one.code + " ";
  return codes;
}

constexpr std::string_view least =
    "{issuer: \"https://sso.example\", audience: tsunagu, keys: k.json";

std::string issuer_with(std::string_view more) {
  TokenIssuer issuer;
  return codes_of(std::string(least) + std::string(more) + "}", issuer);
}

TEST(TokenIssuers, are_strict_where_nothing_is_said) {
  TokenIssuer issuer;
  EXPECT_EQ(codes_of(std::string(least) + "}", issuer), "");
  EXPECT_EQ(issuer.type, "at+jwt");
  EXPECT_EQ(issuer.account, "sub");
  EXPECT_EQ(issuer.skew_s, 30);
  EXPECT_EQ(issuer.longest_s, 3'600);
  EXPECT_FALSE(issuer.roles);
}

TEST(TokenIssuers, can_be_loosened_only_so_far) {
  EXPECT_EQ(issuer_with(", skew_s: 120, longest_s: 86400"), "");
  for (const auto* more :
       {", skew_s: 121", ", skew_s: -1", ", longest_s: 86401", ", longest_s: 59"})
    EXPECT_EQ(issuer_with(more), "oidc_times ") << more;
  TokenIssuer plain;
  EXPECT_EQ(codes_of("{issuer: \"http://sso.example\", audience: a, keys: k}", plain),
            "oidc_issuer ");
  EXPECT_EQ(issuer_with(", algorithms: [RS256]"), "unknown_key ");
  EXPECT_EQ(issuer_with(", roles: {claim: groups, partner: [x]}"), "unknown_key ");
}

TEST(PartnersEvents, are_families_that_there_are) {
  const std::string head =
      "partners: [{code: a, name: A, party: p, receives: {url: \"https://a.example\", "
      "addresses: [192.0.2.1], keys: [k]";
  Partners partners;
  EXPECT_EQ(codes_of(head + "}}]", partners), "");
  EXPECT_TRUE(partners.partners.front().receives->events.empty()) << "none by default";
  Partners following;
  EXPECT_EQ(codes_of(head + ", events: [case, deadline]}}]", following), "");
  EXPECT_EQ(following.partners.front().receives->events.size(), 2U);
  Partners wrong;
  EXPECT_NE(codes_of(head + ", events: [everything]}}]", wrong), "");
}

}  // namespace
}  // namespace hub::profile
