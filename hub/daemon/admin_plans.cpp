// Plans over the administration socket: an officer who works on the case drafts one, takes its next
// step, says who does what and how it goes; the city decides on support.
#include "hub/daemon/admin_groups.hpp"
#include "hub/daemon/admin_support.hpp"
#include "hub/service/grant_support.hpp"
#include "hub/service/monitor.hpp"
#include "hub/service/plan_roles.hpp"
#include "hub/service/plan_step.hpp"
#include "hub/service/take_case_up.hpp"
#include "hub/service/view_cases.hpp"
#include "hub/service/view_plans.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::PlanEvent;
using http::ReplySink;

/// The plan and the revision that the officer saw of it.
struct Seen {
  store::PlanId plan;
  std::int64_t revision = 0;
};
Result<Seen> seen_in(const AdminRequest& request) {
  const auto plan = request.id<store::PlanId>("plan");
  if (!plan) return plan.error();
  const auto revision = request.number("seen");
  if (!revision) return fail(Kind::invalid, "/seen: is the revision that plan show told");
  return Seen{*plan, *revision};
}

Result<service::PlanDraft> draft_in(const AdminRequest& request) {
  service::PlanDraft draft;
  draft.text = {.wish = request.text("wish"),
                .goals = request.text("goals"),
                .policy = request.text("policy"),
                .support = request.text("support"),
                .reason = request.text("reason"),
                .evaluation = request.text("evaluation"),
                .follow_up = request.text("followUp")};
  draft.cycle = request.text("cycle");
  const auto due = request.day("due");
  if (!due) return due.error();
  draft.due = *due;
  return draft;
}

Result<> draft(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto about = request.id<base::CaseId>("case");
  if (!about) return about.error();
  const auto kind = domain::plan_kind_from(request.text("planKind"));
  if (!kind) return fail(Kind::invalid, "/kind: is takikan, outreach or sanka");
  const auto said = draft_in(request);
  if (!said) return said.error();
  return answer_made(reply, "plan",
                     service::draft_plan(ports.context, {*about, *kind, *said}, reply.asker()));
}

template <PlanEvent event>
Result<> step(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto seen = seen_in(request);
  if (!seen) return seen.error();
  const auto said = draft_in(request);
  if (!said) return said.error();
  const auto successor = request.id_if_any<store::PlanId>("successor");
  if (!successor) return successor.error();
  const auto revision = service::take_plan_step(
      ports.context, {seen->plan, seen->revision, event, *said, *successor}, reply.asker());
  if (!revision) return revision.error();
  service::ViewLine line("plan");
  line.id("plan", seen->plan).count("revision", *revision);
  put_line(reply, line);
  return {};
}

template <bool lead>
Result<> role(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto seen = seen_in(request);
  if (!seen) return seen.error();
  return answer_made(reply, "role",
                     service::give_role(ports.context,
                                        {seen->plan, seen->revision, request.text("agency"),
                                         request.text("task"), lead},
                                        reply.asker()));
}

Result<> back(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto seen = seen_in(request);
  if (!seen) return seen.error();
  return answer_made(reply, "role",
                     service::hand_back(ports.context, seen->plan, seen->revision,
                                        request.text("task"), reply.asker()));
}

Result<> grant(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto seen = seen_in(request);
  if (!seen) return seen.error();
  const auto day = request.day("on");
  if (!day) return day.error();
  return answer_made(
      reply, "grant",
      service::grant_support(ports.context,
                             {seen->plan, seen->revision, *day, request.text("document")},
                             reply.asker()));
}

Result<> watch(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto seen = seen_in(request);
  if (!seen) return seen.error();
  const auto day = request.day("on");
  if (!day) return day.error();
  const auto next = request.day("next");
  if (!next) return next.error();
  return answer_made(reply, "monitoring",
                     service::monitor(ports.context,
                                      {seen->plan, seen->revision, *day, request.text("proposal"),
                                       *next, request.text("note")},
                                      reply.asker()));
}

Result<> take_up(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto about = request.id<base::CaseId>("case");
  if (!about) return about.error();
  const auto view = [&](store::Reader& reader, const service::ViewSink& sink) {
    return service::view_case(reader, looker_of(ports, reply), *about, sink);
  };
  return service::take_case_up(ports.context, *about, request.text("reason"), reply.asker(),
                               unchanged_since(request, view));
}

Result<> list(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return show(ports, "", reply, [&](store::Reader& reader, const service::ViewSink& sink) {
    service::view_plans(reader, *ports.context.book(),
                        {reply.asker(), ports.context.clock.now(), request.limit()}, sink);
    return Result<service::Shown>(service::Shown());
  });
}

Result<> overdue(AdminPorts& ports, const AdminRequest& /*request*/, ReplySink& reply) {
  return show(ports, "", reply, [&](store::Reader& reader, const service::ViewSink& sink) {
    service::view_overdue(reader, *ports.context.book(), {reply.asker(), ports.context.clock.now()},
                          sink);
    return Result<service::Shown>(service::Shown());
  });
}

Result<> look_at(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::PlanId>("plan");
  if (!id) return id.error();
  return show(ports, "plan.looked_at", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::view_plan(reader, *ports.context.book(), *id, reply.asker(),
                                          ports.context.clock.now(), sink);
              });
}

}  // namespace

void add_plan_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["plan.draft"] = verb_of(ports, draft);
  verbs["plan.rewrite"] = verb_of(ports, step<PlanEvent::rewrite>);
  verbs["plan.decide"] = verb_of(ports, step<PlanEvent::decide>);
  verbs["plan.start"] = verb_of(ports, step<PlanEvent::start>);
  verbs["plan.start-urgent"] = verb_of(ports, step<PlanEvent::start_urgent>);
  verbs["plan.ratify"] = verb_of(ports, step<PlanEvent::ratify>);
  verbs["plan.reject"] = verb_of(ports, step<PlanEvent::reject>);
  verbs["plan.change"] = verb_of(ports, step<PlanEvent::change>);
  verbs["plan.interrupt"] = verb_of(ports, step<PlanEvent::interrupt>);
  verbs["plan.resume"] = verb_of(ports, step<PlanEvent::resume>);
  verbs["plan.end"] = verb_of(ports, step<PlanEvent::end>);
  verbs["plan.supersede"] = verb_of(ports, step<PlanEvent::supersede>);
  verbs["plan.role"] = verb_of(ports, role<false>);
  verbs["plan.lead"] = verb_of(ports, role<true>);
  verbs["plan.hand-back"] = verb_of(ports, back);
  verbs["plan.grant"] = verb_of(ports, grant);
  verbs["plan.list"] = verb_of(ports, list);
  verbs["plan.show"] = verb_of(ports, look_at);
  verbs["monitor.add"] = verb_of(ports, watch);
  verbs["monitor.overdue"] = verb_of(ports, overdue);
  verbs["case.reopen"] = verb_of(ports, take_up);
}

}  // namespace hub::daemon
