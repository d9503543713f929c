// Partners' own systems: their API keys, which whoever runs the machine issues; and what they ask
// for through the API.
#include "hub/daemon/admin_groups.hpp"
#include "hub/daemon/admin_support.hpp"
#include "hub/service/api_keys.hpp"
#include "hub/service/dispatch.hpp"
#include "hub/service/partner_system.hpp"
#include "hub/service/say_answer.hpp"
#include "hub/service/tell_followers.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;

Result<> tell(AdminPorts& ports, ReplySink& reply, const std::string& partner,
              const Result<service::FreshApiKey>& made) {
  if (!made) return made.error();
  if (auto read = ports.api_keys_changed(); !read) return read;
  service::ViewLine line("apiKeyMade");
  line.text("partner", partner).text("key", made->key).text("until", made->until);
  put_line(reply, line);
  return {};
}

Result<> add(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto partner = request.text("partner");
  return tell(ports, reply, partner,
              service::add_api_key(ports.context, partner, request.text("until"), reply.asker()));
}

Result<> rotate(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto partner = request.text("partner");
  return tell(ports, reply, partner,
              service::rotate_api_key(ports.context, partner, reply.asker()));
}

Result<> revoke(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto done = service::revoke_api_key(ports.context, request.text("prefix"), reply.asker());
  if (!done) return done;
  return ports.api_keys_changed();
}

Result<> list(AdminPorts& ports, const AdminRequest& /*request*/, ReplySink& reply) {
  return show(ports, "api_keys.listed", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return Result<service::Shown>(
                    service::view_api_keys(reader, ports.context.clock.now(), sink));
              });
}

Result<std::string> partner_of(const ReplySink& reply) {
  const auto partner = service::partner_in(reply.asker());
  if (partner.empty()) return fail(Kind::forbidden, "only a partner's own system asks for that");
  return std::string(partner);
}

Result<> followed(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<base::CaseId>("case");
  if (!id) return id.error();
  return show(ports, "case.looked_at", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::view_followed_case(reader, *ports.context.book(), *id,
                                                   reply.asker(), ports.context.clock.now(), sink);
              });
}

Result<> events(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return show(ports, "events.listed", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return Result<service::Shown>(service::view_events(
                    reader, *ports.context.book(), reply.asker(), ports.context.clock.now(),
                    request.number("after").value_or(0), request.limit(), sink));
              });
}

/// The same that a pull gets; its own rows of the log tell what was disclosed.
Result<> packet(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto partner = partner_of(reply);
  if (!partner) return partner.error();
  const auto id = request.id<base::ReferralId>("referral");
  if (!id) return id.error();
  const auto data = service::pull_packet(ports.context, *id, *partner);
  if (!data) return data.error();
  service::ViewLine line("packet");
  line.id("referral", *id).json("packet", *data);
  put_line(reply, line);
  return {};
}

Result<> answer(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto partner = partner_of(reply);
  if (!partner) return partner.error();
  const auto id = request.id<base::ReferralId>("referral");
  if (!id) return id.error();
  const auto done =
      service::say_answer(ports.context,
                          {*id, request.text("answer"), request.text("agency"),
                           request.text("reason"), request.text("lead"), request.text("outcome")},
                          *partner);
  if (!done) return done;
  ports.orders_changed();
  service::ViewLine line("referral");
  line.id("referral", *id).code("answer", request.text("answer"));
  put_line(reply, line);
  return {};
}

}  // namespace

void add_partner_system_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["api-key.add"] = verb_of(ports, add);
  verbs["api-key.list"] = verb_of(ports, list);
  verbs["api-key.revoke"] = verb_of(ports, revoke);
  verbs["api-key.rotate"] = verb_of(ports, rotate);
  verbs["case.followed"] = verb_of(ports, followed);
  verbs["event.page"] = verb_of(ports, events);
  verbs["referral.answer"] = verb_of(ports, answer);
  verbs["referral.packet"] = verb_of(ports, packet);
}

}  // namespace hub::daemon
