#include "hub/http/gatekeeper.hpp"

namespace hub::http {
namespace {

base::Failure stranger(std::string_view why) {
  return base::fail(base::Kind::unauthorized, std::string(why));
}

}  // namespace

base::Result<Caller> Gatekeeper::admit(const Route& route, const Request& request) const {
  switch (route.access) {
    case Access::loopback:
      if (!base::is_loopback(request.peer)) {
        return base::fail(base::Kind::not_found, "only from this machine");
      }
      return Caller{};
    case Access::partner_signature:
      return by_signature(request);
    case Access::partner_key:
      return by_key(request);
  }
  return stranger("no such access");
}

base::Result<Caller> Gatekeeper::by_signature(const Request& request) const {
  const auto id = request.header("webhook-id");
  const auto timestamp = request.header("webhook-timestamp");
  const auto signature = request.header("webhook-signature");
  if (!id || !timestamp || !signature || request.parameters.empty()) {
    return stranger("a webhook header is missing");
  }
  const auto keys = partners_.keys_of(request.parameters.front());
  const auto verified =
      crypto::verify_webhook({*id, *timestamp, *signature}, request.body, keys, clock_.now());
  if (!verified) return verified.error();
  return Caller{request.parameters.front()};
}

base::Result<Caller> Gatekeeper::by_key(const Request& request) const {
  if (!request.certificate.empty()) {
    if (auto partner = partners_.partner_of_certificate(request.certificate)) {
      return Caller{std::move(*partner)};
    }
  }
  constexpr std::string_view scheme = "Bearer ";
  const auto authorization = request.header("authorization").value_or("");
  if (!equals_ignoring_case(authorization.substr(0, scheme.size()), scheme)) {
    return stranger("neither a known certificate nor an API key");
  }
  auto partner = partners_.partner_of_key(authorization.substr(scheme.size()));
  if (!partner) return stranger("an unknown API key");
  return Caller{std::move(*partner)};
}

}  // namespace hub::http
