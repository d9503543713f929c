// What an officer decides about a signal: that two persons are one or are not, that a referral was
// handed over in person, that a proposal is taken up or not.
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/resend.hpp"
#include "hub/service/same_person.hpp"
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
  return change(
      ports, entry_of(reply, "signal." + *decision, {"signal/" + id->text()}),
      [&](store::Transaction& tx) {
        const auto signal = store::find_signal(tx, *id);
        return signal && store::decide_signal(tx, signal->row, *decision, reply.asker());
      },
      "no open signal " + id->text() + "; see `signal list`");
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
  verbs["signal.decide"] = verb_of(ports, decide);
  verbs["signal.confirm"] = verb_of(ports, confirm);
  verbs["signal.reject"] = verb_of(ports, reject);
  verbs["signal.done"] = verb_of(ports, done);
}

}  // namespace hub::daemon
