// What an operator sets going again: held referrals, orders, paused partners.
#include <map>

#include "hub/daemon/admin_groups.hpp"
#include "hub/service/explain_first.hpp"
#include "hub/service/resend.hpp"
#include "hub/store/outbox.hpp"
#include "hub/store/partners.hpp"
#include "hub/store/referrals.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;

void put_result(ReplySink& reply, const base::ReferralId& referral, std::string_view state,
                std::int64_t orders) {
  service::ViewLine line("result");
  line.id("referral", referral).code("state", state).count("orders", orders);
  put_line(reply, line);
}

/// The gate is asked again; no operator can pass it by.
Result<> send(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<base::ReferralId>("referral");
  if (!id) return id.error();
  if (request.flag("explained")) {
    if (auto noted = service::note_explanation(ports.context, *id, reply.asker()); !noted)
      return noted;
  }
  const auto state = service::send_again(ports.context, *id, request.text("to"), reply.asker());
  if (!state) return state.error();
  const bool sent = *state == "sent";
  if (sent) ports.orders_changed();
  put_result(reply, *id, *state, sent ? 1 : 0);
  return {};
}

bool is_lost(const store::Order& order) {
  return order.fate == store::Fate::given_up || order.fate == store::Fate::partner_gone;
}

/// The last try of each thing that was to be told: of the notice, wherever it was to go, and of
/// each event that followed.
std::vector<store::Order> last_tries(const std::vector<store::Order>& orders) {
  std::map<std::int64_t, store::Order> tries;
  for (const auto& order : orders) {
    const auto first = order.original ? order.original : order.row;
    const bool notice = order.subject.empty();
    tries.insert_or_assign(notice ? 0 : first.value, order);
  }
  std::vector<store::Order> out;
  for (auto& [first, order] : tries)
    out.push_back(std::move(order));
  return out;
}

/// What waits becomes due now; what was given up is sent again under a new id. What the gate
/// withheld, what arrived and what is under way is left alone.
std::int64_t retry_orders(store::Transaction& tx, store::ReferralRow referral) {
  std::int64_t orders = 0;
  const auto all = store::orders_of(tx, referral);
  for (const auto& order : all)
    orders += store::hurry_order(tx, order.row) ? 1 : 0;
  for (const auto& order : last_tries(all)) {
    if (is_lost(order) && store::resend(tx, order.row)) ++orders;
  }
  return orders;
}

Result<> retry(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<base::ReferralId>("referral");
  if (!id) return id.error();
  std::string state;
  const auto orders = ports.context.db.write([&](store::Transaction& tx) -> Result<std::int64_t> {
    const auto referral = store::find_referral(tx, *id);
    if (!referral) return fail(Kind::not_found, "no referral " + id->text());
    state = referral->status;
    const auto count = retry_orders(tx, referral->row);
    if (count == 0) {
      return fail(Kind::conflict,
                  "nothing of this referral waits or was given up, or it is under way now; "
                  "a held one goes with `referral send`");
    }
    tx.audit(entry_of(reply, "referral.retried", {"referral/" + id->text()}));
    return count;
  });
  if (!orders) return orders.error();
  ports.orders_changed();
  put_result(reply, *id, state, *orders);
  return {};
}

Result<> resume_partner(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto partner = request.needed("partner");
  if (!partner) return partner.error();
  auto resumed = change(
      ports, entry_of(reply, "partner.resumed", {"partner/" + *partner}),
      [&](store::Transaction& tx) { return store::resume_partner(tx, *partner); },
      "no such partner is paused; see `partner list`");
  if (resumed) ports.orders_changed();
  return resumed;
}

}  // namespace

void add_referral_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["referral.send"] = verb_of(ports, send);
  verbs["referral.retry"] = verb_of(ports, retry);
  verbs["partner.resume"] = verb_of(ports, resume_partner);
}

}  // namespace hub::daemon
