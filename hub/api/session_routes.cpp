#include "hub/api/session_routes.hpp"

#include "hub/api/api_problem.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::api {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::Access;
using http::Method;
using http::Request;
using http::Responder;
using http::Response;

constexpr std::string_view session_path = "/api/v1/session";
constexpr std::size_t most_bytes = 4'096;

http::Route route(Method method, std::string_view pattern, Access access) {
  http::Route out{.method = method, .pattern = pattern, .access = access};
  if (method == Method::post || method == Method::put) {
    out.body_limit = most_bytes;
    out.content_types = {"application/json"};
  }
  return out;
}

/// The texts of an object that has exactly these members.
Result<std::vector<std::string>> texts_in(std::string_view body,
                                          std::initializer_list<std::string_view> members) {
  const auto parsed = tsunagu::json::parse_untrusted(body, {.bytes = most_bytes, .depth = 2});
  if (!parsed.ok()) return fail(Kind::invalid, "malformed JSON");
  std::vector<std::string> out;
  for (const auto name : members) {
    const auto value = parsed.root().find(name);
    if (!value.is(tsunagu::json::Type::string))
      return fail(Kind::invalid, "/" + std::string(name) + ": is missing");
    out.emplace_back(value.text());
  }
  if (parsed.root().size() != members.size())
    return fail(Kind::invalid, "/: holds a member that this request does not know");
  return out;
}

/// For one host, no script, no other site; gone with the browser.
std::string cookie_of(std::string_view value) {
  return std::string(http::session_cookie) + "=" + std::string(value) +
         "; Path=/; Secure; HttpOnly; SameSite=Strict" + (value.empty() ? "; Max-Age=0" : "");
}

std::string body_of(const service::AccountStanding& standing, std::string_view change_token) {
  std::string out;
  tsunagu::json::Writer json(out);
  json.begin_object();
  json.key("name");
  json.string(standing.name);
  json.key("roles");
  json.begin_array();
  for (const auto role : domain::account_roles) {
    if (standing.roles.has(role)) json.string(domain::name_of(role));
  }
  json.end_array();
  json.key("mustChangePassword");
  json.boolean(standing.must_change);
  json.key("until");
  json.string(base::rfc3339(standing.until));
  json.key("changeToken");
  json.string(change_token);
  json.end_object();
  return out;
}

Response sign_in(Ports& ports, service::SignIn& doors, const Request& request) {
  const auto said = texts_in(request.body, {"name", "password", "code"});
  if (!said) return api_problem(said.error(), request);
  const auto standing = doors.attempt({(*said)[0], (*said)[1], (*said)[2]});
  if (!standing) return api_problem(standing.error(), request);
  ports.sessions.end(http::session_of(request));
  const auto opened = ports.sessions.open(standing->name, standing->until);
  Response out;
  out.status = 201;
  out.body = body_of(*standing, opened.change_token);
  out.fields.emplace_back("Set-Cookie", cookie_of(opened.cookie));
  return out;
}

Response who(Ports& ports, const Request& request) {
  const auto standing = standing_now(ports, request.caller.user);
  if (!standing) return api_problem(standing.error(), request);
  const auto session = ports.sessions.find(http::session_of(request));
  Response out;
  out.body = body_of(*standing, session ? session->change_token : "");
  return out;
}

Response sign_out(Ports& ports, const Request& request) {
  ports.sessions.end(http::session_of(request));
  auto out = http::empty_response(204);
  out.fields.emplace_back("Set-Cookie", cookie_of(""));
  return out;
}

/// Ends every session of the account: whoever knew the old password is out.
Response change_password(Ports& ports, service::SignIn& doors, const Request& request) {
  const auto said = texts_in(request.body, {"password", "code", "wanted"});
  if (!said) return api_problem(said.error(), request);
  const auto done =
      doors.change_password({request.caller.user, (*said)[0], (*said)[1]}, (*said)[2]);
  if (!done) return api_problem(done.error(), request);
  ports.sessions.end_all(request.caller.user);
  auto out = http::empty_response(204);
  out.fields.emplace_back("Set-Cookie", cookie_of(""));
  return out;
}

}  // namespace

void add_session_routes(http::Router& router, Ports& ports) {
  const auto doors = std::make_shared<service::SignIn>(ports.context);
  router.add(route(Method::post, session_path, Access::anyone),
             [&ports, doors](const Request& request, Responder responder) {
               responder.send(sign_in(ports, *doors, request));
             });
  router.add(route(Method::get, session_path, Access::session),
             [&ports](const Request& request, Responder responder) {
               responder.send(who(ports, request));
             });
  router.add(route(Method::remove, session_path, Access::session),
             [&ports](const Request& request, Responder responder) {
               responder.send(sign_out(ports, request));
             });
  router.add(route(Method::put, "/api/v1/session/password", Access::session),
             [&ports, doors](const Request& request, Responder responder) {
               responder.send(change_password(ports, *doors, request));
             });
}

}  // namespace hub::api
