// Officers' decisions, the review queue, and findings of harm. Who decides is the session's word,
// never a request's.
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/decide.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/view_decisions.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::NamedDecision;
using http::ReplySink;

Result<domain::Labels> items_of(const AdminRequest& request) {
  domain::Labels labels;
  for (const auto& name : request.list("items")) {
    const auto item = domain::item_from(name);
    if (item == domain::Item::unknown) return fail(Kind::invalid, "/items: no such item: " + name);
    labels = labels.with(item);
  }
  return labels;
}

Result<std::optional<base::PersonId>> person_of(const AdminRequest& request) {
  if (request.text("person").empty()) return std::optional<base::PersonId>();
  const auto id = request.id<base::PersonId>("person");
  if (!id) return id.error();
  return std::optional(*id);
}

Result<service::DecisionWish> wish_of(const AdminRequest& request) {
  const auto referral = request.id<base::ReferralId>("referral");
  if (!referral) return referral.error();
  const auto person = person_of(request);
  if (!person) return person.error();
  const auto items = items_of(request);
  if (!items) return items.error();
  const auto until = request.day("until");
  if (!until) return until.error();
  if (!*until) return fail(Kind::invalid, "/until: is missing");
  return service::DecisionWish{*referral,
                               *person,
                               request.text("ground"),
                               *items,
                               domain::end_of_jst_day(**until),
                               request.text("reason")};
}

Result<> take(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto wish = wish_of(request);
  if (!wish) return wish.error();
  return answer_made(reply, "decision",
                     service::take_decision(ports.context, *wish, reply.asker()));
}

View view_of(AdminPorts& ports, const store::DecisionId& id, const ReplySink& reply) {
  return [&ports, id, &reply](store::Reader& reader, const service::ViewSink& sink) {
    return service::view_decision(reader, *ports.context.book(), id, reply.asker(),
                                  ports.context.clock.now(), sink);
  };
}

Result<> review(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::DecisionId>("decision");
  if (!id) return id.error();
  const auto outcome = request.text("outcome");
  if (outcome != "upheld" && outcome != "ended")
    return fail(Kind::invalid, "/outcome: is upheld or ended");
  using enum NamedDecision::Outcome;
  auto done =
      service::review_decision(ports.context, *id, outcome == "upheld" ? upheld : ended,
                               reply.asker(), unchanged_since(request, view_of(ports, *id, reply)));
  if (done) ports.orders_changed();
  return done;
}

/// The queue is the business of who decides; whoever runs the machine sees ids and codes.
Result<> may_list(AdminPorts& ports, const ReplySink& reply) {
  if (!reply.asker().starts_with(service::officer_prefix)) return {};
  const auto officer = service::deciding_officer(*ports.context.book(), reply.asker());
  return officer ? Result<>() : Result<>(officer.error());
}

Result<> list(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  if (auto may = may_list(ports, reply); !may) return may;
  return show(
      ports, "decision.listed", reply, [&](store::Reader& reader, const service::ViewSink& sink) {
        return Result<service::Shown>(service::view_decisions(
            reader, !request.flag("all"), request.limit(), ports.context.clock.now(), sink));
      });
}

Result<> look_at(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::DecisionId>("decision");
  if (!id) return id.error();
  return show(ports, "decision.looked_at", reply, view_of(ports, *id, reply));
}

Result<> find_harm(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto referral = request.id<base::ReferralId>("referral");
  const auto person = person_of(request);
  if (!referral) return referral.error();
  if (!person) return person.error();
  const auto id = service::state_harm(
      ports.context, {*referral, *person, request.flag("everybody"), request.text("reason")},
      reply.asker());
  if (!id) return id.error();
  ports.orders_changed();
  return answer_made(reply, "harm", id);
}

Result<> end_harm(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::HarmId>("harm");
  if (!id) return id.error();
  return service::end_harm(ports.context, *id, request.text("reason"), reply.asker());
}

Result<> list_harm(AdminPorts& ports, const AdminRequest&, ReplySink& reply) {
  if (auto may = may_list(ports, reply); !may) return may;
  return show(ports, "harm.listed", reply,
              [](store::Reader& reader, const service::ViewSink& sink) {
                return Result<service::Shown>(service::view_harms(reader, sink));
              });
}

}  // namespace

void add_decision_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  const auto add = [&](std::string_view name, auto step) {
    verbs.emplace(name, [&ports, step](const std::string& json, ReplySink& reply) -> Result<> {
      return step(ports, AdminRequest(json), reply);
    });
  };
  add("decision.take", take);
  add("decision.review", review);
  add("decision.list", list);
  add("decision.show", look_at);
  add("harm.find", find_harm);
  add("harm.end", end_harm);
  add("harm.list", list_harm);
}

}  // namespace hub::daemon
