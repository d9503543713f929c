#include "hub/daemon/metrics.hpp"

#include <gtest/gtest.h>

#include "hub/store/outbox.hpp"
#include "hub/store/partners.hpp"
#include "hub/store/sources.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::daemon {
namespace {

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

TEST(Metrics, show_the_counts_of_edge_and_deliveries) {
  MetricsSources sources;
  sources.http = [] { return http::ServerCounts{7, 1, 2, 3, 4, 5}; };
  sources.deliveries = [] { return delivery::DispatcherCounts{10, 8, 2, 1}; };
  const auto text = render_metrics(sources);
  for (const auto* line :
       {"tsunagu_http_requests_total 7", "tsunagu_http_refused_heads_total 1",
        "tsunagu_http_refused_connections_total 2", "tsunagu_http_timeouts_total 3",
        "tsunagu_http_accept_failures_total 4", "tsunagu_http_connections 5",
        "tsunagu_deliveries_sent_total 10", "tsunagu_deliveries_delivered_total 8",
        "tsunagu_deliveries_failed_total 2", "tsunagu_deliveries_in_flight 1",
        "# TYPE tsunagu_http_requests_total counter", "# TYPE tsunagu_http_connections gauge"}) {
    EXPECT_TRUE(has_line(text, line)) << line << "\n" << text;
  }
}

TEST(Metrics, show_each_source_under_its_code_and_no_fault_text) {
  MetricsSources sources;
  sources.adapters = [] {
    adapter::Status died;
    died.state = adapter::State::quarantined;
    died.starts = 4;
    died.deaths = 3;
    died.last_fault = adapter::Fault{adapter::Cause::signalled, 11, "canary.csv"};
    died.deaths_in_a_row = 2;
    AdapterHealth kaigo{"kaigo", died};
    kaigo.limits.idle_ms = 700;
    return std::vector<AdapterHealth>{kaigo, {"konkyu", {}}};
  };
  const auto text = render_metrics(sources);
  EXPECT_TRUE(has_line(text, R"(tsunagu_adapter_state{source="kaigo",state="quarantined"} 1)"))
      << text;
  EXPECT_TRUE(has_line(text, R"(tsunagu_adapter_state{source="konkyu",state="stopped"} 1)"));
  EXPECT_TRUE(has_line(text, R"(tsunagu_adapter_deaths_total{source="kaigo"} 3)"));
  EXPECT_TRUE(has_line(text, R"(tsunagu_adapter_deaths_in_a_row{source="kaigo"} 2)"));
  EXPECT_TRUE(has_line(text, R"(tsunagu_adapter_quarantined{source="kaigo"} 1)"));
  EXPECT_TRUE(has_line(text, R"(tsunagu_adapter_quarantined{source="konkyu"} 0)"));
  EXPECT_TRUE(has_line(text, R"(tsunagu_adapter_limit{limit="idle_ms",source="kaigo"} 700)"))
      << text;
  EXPECT_TRUE(has_line(text, R"(tsunagu_adapter_starts_total{source="konkyu"} 0)"));
  EXPECT_EQ(text.find("canary"), std::string::npos);
}

TEST(Metrics, say_when_the_store_does_not_answer) {
  MetricsSources sources;
  sources.store = []() -> base::Result<StoreCounts> {
    return base::fail(base::Kind::busy, "canary");
  };
  const auto text = render_metrics(sources);
  EXPECT_TRUE(has_line(text, "tsunagu_store_readable 0")) << text;
  EXPECT_EQ(text.find("tsunagu_orders_open"), std::string::npos);
  EXPECT_EQ(text.find("canary"), std::string::npos);
}

TEST(Metrics, leave_out_what_has_no_source) {
  EXPECT_EQ(render_metrics({}), "");
}

using StoreMetrics = store::StoreFixture;

TEST_F(StoreMetrics, count_what_waits_and_name_no_file_and_no_partner) {
  open();
  commit([](store::Transaction& tx) {
    const auto feed = store::ensure_feed(tx, "kaigo", "persons");
    const auto first = store::begin_arrival(tx, feed, "canary-file.csv");
    store::complete_arrival(tx, first.row, 3, {});
    store::begin_arrival(tx, feed, "canary-other.csv");
    store::ensure_partner(tx, "canary-partner");
    EXPECT_TRUE(store::pause_partner(tx, "canary-partner", "gone"));
    store::ensure_partner(tx, "canary-second");
    store::enqueue(tx, {.partner = "canary-partner", .order_key = 1, .kind = "referral.notice"});
  });
  MetricsSources sources;
  sources.store = [this] {
    return base::Result<StoreCounts>(
        look([](store::Reader& reader) { return count_store(reader); }));
  };
  const auto text = render_metrics(sources);
  for (const auto* line :
       {"tsunagu_store_readable 1", R"(tsunagu_arrivals_open{state="received"} 1)",
        R"(tsunagu_arrivals_open{state="arriving"} 1)", "tsunagu_orders_open 1",
        "tsunagu_partners_paused 1", "tsunagu_referrals_held 0"}) {
    EXPECT_TRUE(has_line(text, line)) << line << "\n" << text;
  }
  EXPECT_EQ(text.find("canary"), std::string::npos);
}

}  // namespace
}  // namespace hub::daemon
