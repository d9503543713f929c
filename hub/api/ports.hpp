// What all of the API borrows.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "hub/api/live_sessions.hpp"
#include "hub/http/admin_socket.hpp"
#include "hub/service/sign_in.hpp"

namespace hub::api {

struct Ports {
  service::Context& context;
  LiveSessions& sessions;
  /// The same verbs as over the administration socket: one place of logic.
  const http::AdminVerbs& verbs;
  /// Logs what somebody known was refused; returns what to answer.
  std::function<base::Failure(const std::string& asker, std::vector<std::string> objects,
                              const base::Failure& why, const std::string& correlation)>
      refused;
};

/// An account as it is now; `unauthorized` where it does not count any more, and its sessions end.
base::Result<service::AccountStanding> standing_now(Ports& ports, std::string_view user);

/// The account of a signed-in request, as it is now; `unauthorized` where it does not count any
/// more, `forbidden` where its start password must be changed first.
base::Result<service::AccountStanding> caller_of(Ports& ports, const http::Request& request);

}  // namespace hub::api
