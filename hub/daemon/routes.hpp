// What this hub answers over HTTP.
#pragma once

#include <functional>

#include "hub/http/router.hpp"
#include "hub/service/context.hpp"

namespace hub::daemon {

/// `POST /webhooks/{partner}/referrals`, `POST /webhooks/{partner}/answers` and
/// `GET /packets/{referral}`. `kept`: a webhook was committed. Borrows the context.
void add_routes(http::Router& router, service::Context& context, const std::function<void()>& kept);

}  // namespace hub::daemon
