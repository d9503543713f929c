#include "hub/api/ports.hpp"

namespace hub::api {

using base::fail;
using base::Kind;
using base::Result;

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
  auto caller = standing_now(ports, request.caller.user);
  if (caller && caller->must_change)
    return fail(Kind::forbidden,
                "the start password must be changed first: PUT /api/v1/session/password");
  return caller;
}

}  // namespace hub::api
