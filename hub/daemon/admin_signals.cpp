// What an officer decides about a signal: that two persons are one or are not, that a referral was
// handed over in person, that a proposal or a pattern is taken up or not.
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/resend.hpp"
#include "hub/service/same_person.hpp"
#include "hub/service/take_up.hpp"
#include "hub/store/signals.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;

Result<> decide(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::SignalId>("signal");
  if (!id) return id.error();
  const auto decision = request.needed("decision");
  if (!decision) return decision.error();
  if (*decision != "taken_up" && *decision != "declined") {
    return fail(Kind::invalid, "/decision: is taken_up or declined");
  }
  const auto book = ports.context.book();
  return ports.context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto signal = store::find_signal(tx, *id);
    const auto may =
        signal ? service::may_decide(tx, *book, *signal, reply.asker(), tx.now()) : Result<>();
    if (!may && may.error().kind() == Kind::invalid) return may.error();
    if (!signal || !may || !store::decide_signal(tx, signal->row, *decision, reply.asker()))
      return fail(Kind::conflict, "no open signal " + id->text() + "; see `signal list`");
    tx.audit(entry_of(reply, "signal." + *decision, {"signal/" + id->text()}));
    return {};
  });
}

Result<> take_up(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::SignalId>("signal");
  if (!id) return id.error();
  const auto made = service::take_up(ports.context, *id, request.text("choice"), reply.asker());
  if (!made) return made.error();
  service::ViewLine line("proposal");
  line.id("signal", *made);
  put_line(reply, line);
  return {};
}

Result<> decline(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::SignalId>("signal");
  if (!id) return id.error();
  return service::decline(ports.context, *id, request.text("reason"), reply.asker());
}

Result<service::SameWish> wish_in(const AdminRequest& request) {
  const auto signal = request.id<store::SignalId>("signal");
  if (!signal) return signal.error();
  const auto one = request.id<base::PersonId>("person");
  if (!one) return one.error();
  const auto other = request.id<base::PersonId>("other");
  if (!other) return other.error();
  return service::SameWish{*signal, *one, *other};
}

Result<> confirm(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto wish = wish_in(request);
  return wish ? service::confirm_same(ports.context, *wish, reply.asker()) : wish.error();
}

Result<> reject(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto wish = wish_in(request);
  return wish ? service::reject_same(ports.context, *wish, reply.asker()) : wish.error();
}

Result<> done(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::SignalId>("signal");
  return id ? service::handed_over(ports.context, *id, reply.asker()) : id.error();
}

}  // namespace

void add_signal_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["signal.decide"] = municipal_verb_of(ports, decide);
  verbs["signal.take-up"] = municipal_verb_of(ports, take_up);
  verbs["signal.decline"] = municipal_verb_of(ports, decline);
  verbs["signal.confirm"] = municipal_verb_of(ports, confirm);
  verbs["signal.reject"] = municipal_verb_of(ports, reject);
  verbs["signal.done"] = verb_of(ports, done);
}

}  // namespace hub::daemon
