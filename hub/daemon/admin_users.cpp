// Local accounts over the administration socket: whoever runs the machine makes, renews and ends
// them. A new password and key are told once, to who made them.
#include "hub/daemon/admin_groups.hpp"
#include "hub/daemon/admin_support.hpp"
#include "hub/service/accounts.hpp"

namespace hub::daemon {
namespace {

using base::Result;
using http::ReplySink;

Result<> tell(ReplySink& reply, const std::string& name,
              const Result<service::StartCredentials>& made) {
  if (!made) return made.error();
  service::ViewLine line("credentials");
  line.code("name", name).text("password", made->password).text("key", made->one_time_key);
  line.text("address",
            "otpauth://totp/Tsunagu:" + name + "?secret=" + made->one_time_key + "&issuer=Tsunagu");
  put_line(reply, line);
  return {};
}

Result<> add(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto name = request.text("name");
  return tell(reply, name,
              service::add_account(ports.context, name, {request.text("role")}, reply.asker()));
}

Result<> reset(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto name = request.text("name");
  const auto made = service::reset_account(ports.context, name, reply.asker());
  ports.sign_out(name);
  return tell(reply, name, made);
}

Result<> disable(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto done = service::disable_account(ports.context, request.text("name"), reply.asker());
  ports.sign_out(request.text("name"));
  return done;
}

Result<> renew(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto until = service::renew_account(ports.context, request.text("name"), reply.asker());
  if (!until) return until.error();
  service::ViewLine line("account");
  line.code("name", request.text("name")).text("until", *until);
  put_line(reply, line);
  return {};
}

Result<> role(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto step = request.flag("take") ? service::take_role : service::give_role;
  return step(ports.context, request.text("name"), request.text("role"), reply.asker());
}

Result<> list(AdminPorts& ports, const AdminRequest& /*request*/, ReplySink& reply) {
  return show(ports, "accounts.listed", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return Result<service::Shown>(
                    service::view_accounts(reader, ports.context.clock.now(), sink));
              });
}

}  // namespace

void add_user_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["user.add"] = verb_of(ports, add);
  verbs["user.disable"] = verb_of(ports, disable);
  verbs["user.list"] = verb_of(ports, list);
  verbs["user.renew"] = verb_of(ports, renew);
  verbs["user.reset"] = verb_of(ports, reset);
  verbs["user.role"] = verb_of(ports, role);
}

}  // namespace hub::daemon
