#include "hub/api/api_routes.hpp"

#include <memory>

#include "hub/api/call.hpp"
#include "hub/api/description.hpp"
#include "hub/api/operations.hpp"
#include "hub/api/session_routes.hpp"
#include "hub/base/limits.hpp"

namespace hub::api {
namespace {

http::Route route_of(const Operation& operation) {
  http::Route route{
      .method = operation.method, .pattern = operation.pattern, .access = http::Access::session};
  if (operation.method != http::Method::get) {
    route.body_limit = base::limits::webhook_body_bytes;
    route.content_types = {"application/json"};
  }
  return route;
}

}  // namespace

void add_api_routes(http::Router& router, Ports& ports) {
  add_session_routes(router, ports);
  for (const auto& operation : operations()) {
    router.add(route_of(operation),
               [&ports, &operation](const http::Request& request, http::Responder responder) {
                 responder.send(call(ports, operation, request));
               });
  }
  router.add({.method = http::Method::get,
              .pattern = "/api/v1/openapi.json",
              .access = http::Access::anyone},
             [](const http::Request&, http::Responder responder) {
               http::Response out;
               out.body = description();
               responder.send(std::move(out));
             });
}

}  // namespace hub::api
