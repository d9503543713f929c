#include "hub/http/router.hpp"

#include <gtest/gtest.h>

namespace {

using hub::http::Access;
using hub::http::Method;
using hub::http::Router;
using hub::http::webhook_route;

Router two_routes() {
  Router router;
  router.add(webhook_route("/webhooks/{partner}/referrals"), {});
  router.add({.method = Method::get, .pattern = "/packets/{referral}"}, {});
  return router;
}

TEST(Router, finds_a_route_and_its_parameters) {
  const auto router = two_routes();
  const auto match = router.match(Method::post, "/webhooks/sakura%2Dmirai/referrals");
  ASSERT_NE(match.entry, nullptr);
  EXPECT_EQ(match.parameters, std::vector<std::string>{"sakura-mirai"});
}

TEST(Router, refuses_what_is_not_in_the_table) {
  const auto router = two_routes();
  for (const auto* path :
       {"/", "//", "/webhooks", "/webhooks//referrals", "/webhooks/a/referrals/",
        "/webhooks/a/b/referrals", "/WEBHOOKS/a/referrals", "/packets/", "/packets/../packets/a"}) {
    const auto match = router.match(Method::post, path);
    EXPECT_EQ(match.entry, nullptr) << path;
    EXPECT_EQ(match.allow, "") << path;
  }
}

TEST(Router, names_the_methods_that_a_path_knows) {
  const auto router = two_routes();
  const auto match = router.match(Method::remove, "/packets/a");
  EXPECT_EQ(match.entry, nullptr);
  EXPECT_EQ(match.allow, "GET, HEAD");
}

TEST(Router, answers_head_where_it_answers_get) {
  EXPECT_NE(two_routes().match(Method::head, "/packets/a").entry, nullptr);
}

TEST(Router, makes_webhooks_signed_small_and_of_known_length) {
  constexpr auto route = webhook_route("/w/{p}");
  static_assert(route.access == Access::partner_signature);
  static_assert(route.length_required);
  static_assert(route.body_limit == 256 * 1024);
}

}  // namespace
