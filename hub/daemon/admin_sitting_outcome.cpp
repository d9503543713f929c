// What a sitting came to: who attended, what was decided, and the numbered copies of its papers.
#include "hub/daemon/admin_groups.hpp"
#include "hub/daemon/admin_support.hpp"
#include "hub/service/sitting_attend.hpp"
#include "hub/service/sitting_decide.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;

Result<> decide(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  service::SittingDecision wish;
  const auto item = request.id<store::AgendaId>("agenda");
  if (!item) return item.error();
  const auto plan = request.id_if_any<store::PlanId>("plan");
  if (!plan) return plan.error();
  const auto next = request.day("next");
  if (!next) return next.error();
  wish.item = *item;
  wish.plan = *plan;
  wish.timing = request.text("timing");
  wish.adopted = !request.flag("turnedDown");
  wish.policy = request.text("policy");
  wish.next = *next;
  return answer_made(reply, "decision", service::decide_item(ports.context, wish, reply.asker()));
}

Result<> attend(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto seat = request.id<store::SeatId>("seat");
  if (!seat) return seat.error();
  return service::record_attendance(ports.context, *seat, !request.flag("absent"), reply.asker());
}

Result<> hand(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto seat = request.id<store::SeatId>("seat");
  if (!seat) return seat.error();
  const auto number =
      service::hand_copy(ports.context, *seat, request.text("reader"), reply.asker());
  if (!number) return number.error();
  service::ViewLine line("copy");
  line.count("number", *number);
  put_line(reply, line);
  return {};
}

Result<> give_back(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto sitting = request.id<store::SittingId>("sitting");
  if (!sitting) return sitting.error();
  const auto number = request.number("number");
  if (!number) return fail(Kind::invalid, "/number: is the number on the copy");
  return service::return_copy(ports.context, *sitting, *number, reply.asker());
}

}  // namespace

void add_sitting_outcome_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["sitting.decide"] = verb_of(ports, decide);
  verbs["sitting.attend"] = verb_of(ports, attend);
  verbs["sitting.copy"] = verb_of(ports, hand);
  verbs["sitting.return"] = verb_of(ports, give_back);
}

}  // namespace hub::daemon
