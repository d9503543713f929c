// What /metrics tells, in Prometheus' text format: counts only. The one kind of name in it is the
// code of a configured source; no label ever holds a person, a record, a file or a partner
// (SAFETY 22, 23).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "hub/base/result.hpp"
#include "hub/daemon/admin_ports.hpp"
#include "hub/delivery/dispatcher.hpp"
#include "hub/http/server.hpp"
#include "hub/store/arrivals.hpp"

namespace hub::daemon {

struct StoreCounts {
  std::map<store::ArrivalState, std::int64_t> open_arrivals;  ///< a state without any is left out
  std::int64_t open_orders = 0;
  std::int64_t paused_partners = 0;
  std::int64_t held_referrals = 0;
};

/// One consistent view. Any reader's thread.
StoreCounts count_store(store::Reader& reader);

/// Where the counts come from, asked anew each time. One that is not set is left out.
struct MetricsSources {
  std::function<http::ServerCounts()> http;
  std::function<delivery::DispatcherCounts()> deliveries;
  std::function<std::vector<AdapterHealth>()> adapters;
  std::function<RotationCounts()> rotation;
  /// A failure leaves these counts out and shows as `tsunagu_store_readable 0`.
  std::function<base::Result<StoreCounts>()> store;
};

/// Any thread; waits as long as its sources do.
std::string render_metrics(const MetricsSources& sources);

}  // namespace hub::daemon
