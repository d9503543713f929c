#include "hub/api/ports.hpp"

namespace hub::api {
namespace {

using base::fail;
using base::Kind;
using base::Result;

/// The gatekeeper has seen that its key counts.
service::AccountStanding system_of(const std::string& partner) {
  service::AccountStanding system;
  system.name = partner;
  system.roles.add(domain::AccountRole::partner_system);
  return system;
}

}  // namespace

Result<service::AccountStanding> standing_now(Ports& ports, std::string_view user) {
  using Found = std::optional<service::AccountStanding>;
  const auto book = ports.context.book();
  auto found = ports.context.db.read([&](store::Reader& reader) -> Result<Found> {
    return service::standing_of(reader, *book, user, ports.context.clock.now());
  });
  if (!found) return found.error();
  if (*found) return std::move(**found);
  ports.sessions.end_all(user);
  return fail(Kind::unauthorized, "the account does not count any more");
}

Result<service::AccountStanding> caller_of(Ports& ports, const http::Request& request) {
  if (!request.caller.partner.empty()) return system_of(request.caller.partner);
  auto caller = standing_now(ports, request.caller.user);
  if (!caller) return caller;
  if (request.caller.roles) {
    caller->roles = caller->roles.both(*request.caller.roles);
    return caller;  // who signed in elsewhere has no use for a password here
  }
  if (caller->must_change)
    return fail(Kind::forbidden,
                "the start password must be changed first: PUT /api/v1/session/password");
  return caller;
}

}  // namespace hub::api
