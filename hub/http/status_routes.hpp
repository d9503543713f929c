// `/healthz`, `/readyz`, `/version` and `/metrics`, from this machine only.
#pragma once

#include <functional>
#include <string>

#include "hub/http/router.hpp"

namespace prometheus {
class Collectable;
}

namespace hub::http {

struct StatusSources {
  std::function<bool()> ready;
  std::string version;
  std::function<std::string()> metrics;  ///< text format; may wait; see metrics_text
};

void add_status_routes(Router& router, StatusSources sources);

/// Prometheus' text format 0.0.4 of what a registry holds. Any thread.
std::string metrics_text(const prometheus::Collectable& registry);

}  // namespace hub::http
