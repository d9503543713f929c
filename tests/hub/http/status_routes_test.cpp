#include "hub/http/status_routes.hpp"

#include <gtest/gtest.h>
#include <prometheus/counter.h>
#include <prometheus/registry.h>

#include <atomic>

#include "tests/hub/http/support.hpp"

namespace hub::http::test {
namespace {

class StatusRoutes : public testing::Test {
 protected:
  Router routes() {
    Router router;
    add_status_routes(router, {[this] { return ready_.load(); }, "1.2.3", [] { return "a 1\n"; }});
    return router;
  }
  std::string ask(std::string_view path) {
    RawClient client(server_.port());
    client.send(get(path));
    return client.answer();
  }
  std::atomic<bool> ready_{false};
  TestServer server_{routes()};
};

TEST_F(StatusRoutes, tell_that_it_lives_and_when_it_is_ready) {
  EXPECT_EQ(status_in(ask("/healthz")), 200);
  EXPECT_EQ(status_in(ask("/readyz")), 503);
  ready_ = true;
  EXPECT_EQ(status_in(ask("/readyz")), 200);
}

TEST_F(StatusRoutes, tell_the_version_and_the_metrics) {
  EXPECT_TRUE(ask("/version").ends_with("\r\n\r\n1.2.3\n"));
  const auto metrics = ask("/metrics");
  EXPECT_TRUE(metrics.ends_with("\r\n\r\na 1\n"));
  EXPECT_NE(metrics.find("Content-Type: text/plain; version=0.0.4"), std::string::npos);
}

TEST_F(StatusRoutes, are_for_this_machine_only) {
  const auto router = routes();
  for (const auto& entry : router.entries())
    EXPECT_EQ(entry.route.access, Access::loopback) << entry.route.pattern;
  Request elsewhere;
  elsewhere.peer = base::address_from_text("192.0.2.7").value();
  const auto admitted = server_.gatekeeper.admit(routes().entries().front().route, elsewhere);
  ASSERT_FALSE(admitted.has_value());
  EXPECT_EQ(admitted.error().kind(), base::Kind::not_found);
}

TEST(MetricsText, is_prometheus_text_format) {
  prometheus::Registry registry;
  prometheus::BuildCounter()
      .Name("tsunagu_test_total")
      .Help("What it counts.")
      .Register(registry)
      .Add({{"source", "kaigo"}})
      .Increment(2);
  EXPECT_EQ(metrics_text(registry),
            "# HELP tsunagu_test_total What it counts.\n"
            "# TYPE tsunagu_test_total counter\n"
            "tsunagu_test_total{source=\"kaigo\"} 2\n");
}

}  // namespace
}  // namespace hub::http::test
