#include "hub/daemon/routes.hpp"

#include <memory>

#include "hub/base/limits.hpp"
#include "hub/base/log.hpp"
#include "hub/daemon/refusals.hpp"
#include "hub/http/problem.hpp"
#include "hub/service/dispatch.hpp"
#include "hub/service/webhook.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::daemon {
namespace {

using base::Result;
using http::Request;
using http::Responder;

/// Who asked what, as far as it is needed after the request has moved on.
struct Asked {
  std::string partner;
  std::string object;  ///< `route/webhooks`, `referral/<id>`
  std::string correlation;
};

/// `type`: of the problem, where it says more than the failure's kind.
void refuse(service::Context& context, const Asked& asked, const base::Failure& why,
            Responder responder, std::string_view type = {}) {
  base::log(base::Level::warning, "request_refused",
            {{"correlation", asked.correlation}, {"reason", base::name_of(why.kind())}});
  const auto kept = std::make_shared<Responder>(std::move(responder));
  log_refusal(context, {"partner/" + asked.partner, {asked.object}, why, asked.correlation},
              [kept, asked, kind = why.kind(), type](const base::Failure& told) {
                const bool typed = !type.empty() && told.kind() == kind;
                kept->send(typed ? http::problem(http::status_of(kind), type, asked.correlation)
                                 : http::problem(told, asked.correlation));
              });
}

/// 202 with the receipt's id: the same for the first and for every repeated delivery.
void accept(Responder& responder, const store::Receipt& receipt) {
  http::Response response;
  response.status = 202;
  response.body = R"({"id":")" + receipt.id.text() + "\"}";
  responder.send(std::move(response));
}

/// What readers of JSON disagree on is refused before anything is kept, while its sender listens.
bool is_readable(const std::string& body) {
  return tsunagu::json::parse_untrusted(
             body, {.bytes = base::limits::webhook_body_bytes, .depth = base::limits::json_depth})
      .ok();
}

/// No route of a partner's knows a word behind a question mark.
base::Failure too_many_words() {
  return base::fail(base::Kind::invalid, "the address knows no query");
}

void take_hook(service::Context& context, const std::function<void()>& kept, Request request,
               Responder responder) {
  const Asked asked{request.caller.partner, "route/webhooks", request.correlation_id};
  if (!request.query().empty())
    return refuse(context, asked, too_many_words(), std::move(responder));
  if (!is_readable(request.body)) {
    return refuse(context, asked, base::fail(base::Kind::invalid, "malformed JSON"),
                  std::move(responder), "malformed_json");
  }
  service::Hook hook;
  hook.partner = request.caller.partner;
  hook.id = request.header("webhook-id").value_or("");
  hook.body = std::move(request.body);
  auto shared = std::make_shared<Responder>(std::move(responder));
  const auto queued = service::keep_hook(
      context, hook, [&context, shared, asked, kept](const Result<store::Receipt>& receipt) {
        if (!receipt) return refuse(context, asked, receipt.error(), std::move(*shared));
        accept(*shared, *receipt);
        if (!receipt->duplicate) kept();
      });
  if (!queued) refuse(context, asked, queued.error(), std::move(*shared));
}

void give_packet(service::Context& context, const Request& request, Responder responder) {
  const auto id = base::ReferralId::parse(request.parameters.front());
  const Asked asked{request.caller.partner, id ? "referral/" + id->text() : "route/packets",
                    request.correlation_id};
  if (!request.query().empty())
    return refuse(context, asked, too_many_words(), std::move(responder));
  const auto packet =
      id ? service::pull_packet(context, *id, request.caller.partner)
         : Result<std::string>(base::fail(base::Kind::not_found, "no such referral"));
  if (!packet) return refuse(context, asked, packet.error(), std::move(responder));
  http::Response response;
  response.body = *packet;
  responder.send(std::move(response));
}

}  // namespace

void add_routes(http::Router& router, service::Context& context,
                const std::function<void()>& kept) {
  const auto hook = [&context, kept](Request request, Responder responder) {
    take_hook(context, kept, std::move(request), std::move(responder));
  };
  for (const std::string_view pattern :
       {"/webhooks/{partner}/referrals", "/webhooks/{partner}/answers"}) {
    router.add(http::webhook_route(pattern), hook);
  }
  router.add({http::Method::get, "/packets/{referral}", http::Access::partner_key},
             [&context](const Request& request, Responder responder) {
               give_packet(context, request, std::move(responder));
             });
}

}  // namespace hub::daemon
