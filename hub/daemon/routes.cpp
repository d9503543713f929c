#include "hub/daemon/routes.hpp"

#include <memory>
#include <optional>

#include "hub/base/limits.hpp"
#include "hub/base/log.hpp"
#include "hub/codec/event.hpp"
#include "hub/http/problem.hpp"
#include "hub/service/dispatch.hpp"
#include "hub/service/webhook.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::daemon {
namespace {

using base::Result;
using http::Request;
using http::Responder;

void refuse(Responder& responder, const base::Failure& failure, const std::string& correlation) {
  base::log(base::Level::warning, "request_refused",
            {{"correlation", correlation}, {"reason", base::name_of(failure.kind())}});
  responder.send(http::problem(failure, correlation));
}

/// 202 with the receipt's id: the same for the first and for every repeated delivery.
void answer(Responder& responder, const Result<store::Receipt>& receipt,
            const std::string& correlation) {
  if (!receipt) return refuse(responder, receipt.error(), correlation);
  http::Response response;
  response.status = 202;
  response.body = R"({"id":")" + receipt->id.text() + "\"}";
  responder.send(std::move(response));
}

/// Before anything is kept: what readers of JSON disagree on is refused while its sender listens.
std::optional<http::Response> objection_to(const Request& request) {
  const tsunagu::json::Limits limits{.bytes = base::limits::webhook_body_bytes,
                                     .depth = base::limits::json_depth};
  if (tsunagu::json::parse_untrusted(request.body, limits).ok()) return std::nullopt;
  return http::problem(400, "malformed_json", request.correlation_id);
}

void take_hook(service::Context& context, const std::function<void()>& kept, Request request,
               Responder responder) {
  if (auto refusal = objection_to(request)) return responder.send(std::move(*refusal));
  service::Hook hook;
  hook.partner = request.caller.partner;
  hook.id = request.header("webhook-id").value_or("");
  hook.body = std::move(request.body);
  auto shared = std::make_shared<Responder>(std::move(responder));
  const auto correlation = request.correlation_id;
  const auto queued = service::keep_hook(
      context, hook, [shared, correlation, kept](const Result<store::Receipt>& receipt) {
        answer(*shared, receipt, correlation);
        if (receipt && !receipt->duplicate) kept();
      });
  if (!queued) refuse(*shared, queued.error(), correlation);
}

void give_packet(service::Context& context, const Request& request, Responder responder) {
  const auto id = base::ReferralId::parse(request.parameters.front());
  const auto packet =
      id ? service::pull_packet(context, *id, request.caller.partner)
         : Result<std::string>(base::fail(base::Kind::not_found, "no such referral"));
  if (!packet) return refuse(responder, packet.error(), request.correlation_id);
  http::Response response;
  response.body = *packet;
  response.fields.emplace_back("Cache-Control", "no-store");
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
