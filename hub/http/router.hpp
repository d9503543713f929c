// The table of routes. What is not in it is refused; what is in it says who may ask, how large a
// body may be and where the handler runs.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/limits.hpp"
#include "hub/http/responder.hpp"

namespace hub::http {

enum class Access {
  loopback,           ///< no credentials, but only from this machine (health, metrics)
  partner_signature,  ///< Standard Webhooks over the raw body; the partner is parameter 0
  partner_key,        ///< an API key or a client certificate
  session,  ///< the cookie of somebody who signed in (a change wants his token too), or what a
            ///< system bears
  anyone,   ///< nobody is asked who he is: to sign in, and what is public
};

enum class Runs {
  on_pool,    ///< a worker thread: may wait for the store
  on_network  ///< the network thread: bounded work without waiting, then the writer's queue
};

/// As far as they are named; none: any.
using MediaTypes = std::array<std::string_view, 2>;

struct Route {
  Method method = Method::get;
  std::string_view pattern;  ///< `/webhooks/{partner}/referrals`: {…} is one whole segment
  Access access = Access::partner_key;
  std::size_t body_limit = 0;     ///< 0: a body is refused (413)
  MediaTypes content_types = {};  ///< of the body; another is 415
  bool length_required = false;   ///< 411 for a chunked body
  Runs runs = Runs::on_pool;
};

using Handler = std::function<void(Request, Responder)>;

/// What a webhook's body may be called: CloudEvents in structured JSON, or JSON that is one.
inline constexpr MediaTypes webhook_media_types = {"application/json",
                                                   "application/cloudevents+json"};

/// A webhook's route, as SAFETY wants it: signed, with Content-Length, small, JSON.
constexpr Route webhook_route(std::string_view pattern) {
  return {.method = Method::post,
          .pattern = pattern,
          .access = Access::partner_signature,
          .body_limit = base::limits::webhook_body_bytes,
          .content_types = webhook_media_types,
          .length_required = true,
          .runs = Runs::on_network};
}

class Router {
 public:
  /// `route.pattern` must outlive the router (a literal). Before the server starts.
  void add(Route route, Handler handler);

  struct Entry {
    Route route;
    std::vector<std::string_view> segments;
    Handler handler;
  };
  struct Match {
    const Entry* entry = nullptr;         ///< nothing: 404, or 405 if `allow` is not empty
    std::vector<std::string> parameters;  ///< percent-decoded
    std::string allow;                    ///< methods this path knows
  };
  [[nodiscard]] Match match(Method method, std::string_view path) const;
  /// For the test matrix, which is made from the routes themselves.
  [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return entries_; }

 private:
  std::vector<Entry> entries_;
};

}  // namespace hub::http
