#include "hub/http/status_routes.hpp"

#include <prometheus/collectable.h>
#include <prometheus/text_serializer.h>

#include <utility>

namespace hub::http {
namespace {

Route status_route(std::string_view pattern) {
  return {.method = Method::get,
          .pattern = pattern,
          .access = Access::loopback,
          .runs = Runs::on_network};
}

Response text(int status, std::string body, std::string content_type = "text/plain") {
  Response out;
  out.status = status;
  out.content_type = std::move(content_type);
  out.body = std::move(body);
  return out;
}

}  // namespace

void add_status_routes(Router& router, StatusSources sources) {
  router.add(status_route("/healthz"),
             [](const Request&, Responder respond) { respond.send(text(200, "ok\n")); });
  router.add(status_route("/readyz"),
             [ready = std::move(sources.ready)](const Request&, Responder respond) {
               respond.send(ready() ? text(200, "ready\n") : text(503, "not ready\n"));
             });
  router.add(status_route("/version"),
             [version = std::move(sources.version)](const Request&, Responder respond) {
               respond.send(text(200, version + "\n"));
             });
  auto metrics_route = status_route("/metrics");
  metrics_route.runs = Runs::on_pool;  // the store is asked too
  router.add(metrics_route,
             [metrics = std::move(sources.metrics)](const Request&, Responder respond) {
               respond.send(text(200, metrics(), "text/plain; version=0.0.4; charset=utf-8"));
             });
}

std::string metrics_text(const prometheus::Collectable& registry) {
  return prometheus::TextSerializer().Serialize(registry.Collect());
}

}  // namespace hub::http
