#include "hub/daemon/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/registry.h>

#include <algorithm>

#include "hub/http/status_routes.hpp"
#include "hub/store/outbox.hpp"
#include "hub/store/partners.hpp"
#include "hub/store/referrals.hpp"

namespace hub::daemon {
namespace {

using prometheus::Labels;
using Name = const char*;

/// A registry that lives for one answer: the counts are kept where they arise, not twice.
class Page {
 public:
  template <class Number>
  void total(Name name, Name help, Number value, const Labels& labels = {}) {
    prometheus::BuildCounter().Name(name).Help(help).Register(registry_).Add(labels).Increment(
        static_cast<double>(value));
  }
  template <class Number>
  void now(Name name, Name help, Number value, const Labels& labels = {}) {
    prometheus::BuildGauge().Name(name).Help(help).Register(registry_).Add(labels).Set(
        static_cast<double>(value));
  }
  [[nodiscard]] std::string text() const { return http::metrics_text(registry_); }

 private:
  prometheus::Registry registry_;
};

void add_http(Page& page, const http::ServerCounts& counts) {
  page.total("tsunagu_http_requests_total", "Requests with a well-formed head.", counts.requests);
  page.total("tsunagu_http_refused_heads_total", "Requests refused for their head.",
             counts.refused_heads);
  page.total("tsunagu_http_refused_connections_total", "Connections over a cap.",
             counts.refused_connections);
  page.total("tsunagu_http_timeouts_total", "Connections that were too slow.", counts.timeouts);
  page.total("tsunagu_http_accept_failures_total", "Times the system could not accept.",
             counts.accept_failures);
  page.now("tsunagu_http_connections", "Open connections.", counts.open);
}

void add_deliveries(Page& page, const delivery::DispatcherCounts& counts) {
  page.total("tsunagu_deliveries_sent_total", "Tries to deliver.", counts.sent);
  page.total("tsunagu_deliveries_delivered_total", "Tries that the partner took.",
             counts.delivered);
  page.total("tsunagu_deliveries_failed_total", "Tries that failed.", counts.failed);
  page.now("tsunagu_deliveries_in_flight", "Tries under way.", counts.in_flight);
}

void add_limits(Page& page, const AdapterHealth& health) {
  for (const auto& limit : profile::adapter_limit_table())
    page.now("tsunagu_adapter_limit", "What the source's adapter may cost (adapter_limits).",
             health.limits.*limit.value,
             {{"source", health.source}, {"limit", std::string(limit.key)}});
}

void add_adapter(Page& page, const AdapterHealth& health) {
  const auto& source = health.source;
  const auto& status = health.status;
  const Labels labels{{"source", source}};
  page.now("tsunagu_adapter_state", "1 for the state that the source's adapter is in.", 1,
           {{"source", source}, {"state", std::string(adapter::name_of(status.state))}});
  page.total("tsunagu_adapter_starts_total", "Starts of the adapter's process.", status.starts,
             labels);
  page.total("tsunagu_adapter_deaths_total", "Unwanted ends of the adapter's process.",
             status.deaths, labels);
  page.now("tsunagu_adapter_deaths_in_a_row", "Unwanted ends since it last came through.",
           status.deaths_in_a_row, labels);
  page.now("tsunagu_adapter_quarantined", "1 until a person releases it.",
           status.state == adapter::State::quarantined ? 1 : 0, labels);
  page.now("tsunagu_adapter_memory_bytes", "Resident memory; 0 without a process.",
           status.memory_bytes, labels);
  add_limits(page, health);
}

void add_rotation(Page& page, const RotationCounts& counts) {
  page.now("tsunagu_key_rotation_running", "Whether the data key is being rotated.",
           counts.running ? 1 : 0);
  page.total("tsunagu_key_rotation_rows_total", "Rows sealed anew since the start.",
             counts.renewed);
}

void add_store(Page& page, const base::Result<StoreCounts>& counts) {
  page.now("tsunagu_store_readable", "Whether the store answered.", counts.has_value() ? 1 : 0);
  if (!counts) return;
  for (const auto& [state, count] : counts->open_arrivals) {
    page.now("tsunagu_arrivals_open", "Deliveries not finished, by state.", count,
             {{"state", std::string(store::name_of(state))}});
  }
  page.now("tsunagu_orders_open", "Outgoing messages not closed.", counts->open_orders);
  page.now("tsunagu_partners_paused", "Partners that get nothing until resumed.",
           counts->paused_partners);
  page.now("tsunagu_referrals_held", "Referrals that wait for a consent or a meeting.",
           counts->held_referrals);
}

}  // namespace

StoreCounts count_store(store::Reader& reader) {
  StoreCounts out;
  for (const auto& arrival : store::list_open_arrivals(reader))
    ++out.open_arrivals[arrival.state];
  out.open_orders = store::count_open_orders(reader);
  const auto partners = store::list_partners(reader);
  out.paused_partners = std::count_if(partners.begin(), partners.end(), [](const auto& partner) {
    return partner.paused_at.has_value();
  });
  out.held_referrals = store::count_referrals(reader, "held");
  return out;
}

std::string render_metrics(const MetricsSources& sources) {
  Page page;
  if (sources.http) add_http(page, sources.http());
  if (sources.deliveries) add_deliveries(page, sources.deliveries());
  if (sources.adapters) {
    for (const auto& health : sources.adapters())
      add_adapter(page, health);
  }
  if (sources.rotation) add_rotation(page, sources.rotation());
  if (sources.store) add_store(page, sources.store());
  return page.text();
}

}  // namespace hub::daemon
