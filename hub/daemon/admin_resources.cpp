// The registry of resources, and persons matched with them (参加支援).
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/edit_resource.hpp"
#include "hub/service/export_resources.hpp"
#include "hub/service/match_person.hpp"
#include "hub/service/step_match.hpp"
#include "hub/service/view_matches.hpp"
#include "hub/service/view_resources.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::MatchStatus;
using http::ReplySink;

Result<> list(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const service::ResourceLook look{.asker = reply.asker(),
                                   .kind = request.text("type"),
                                   .stale = request.flag("stale"),
                                   .at_most = request.limit(),
                                   .at = ports.context.clock.now()};
  return show(ports, "resource.listed", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return Result<service::Shown>(
                    service::view_resources(reader, *ports.context.book(), look, sink));
              });
}

View resource_view(AdminPorts& ports, const domain::ResourceId& id, const ReplySink& reply) {
  return [&ports, id, &reply](store::Reader& reader, const service::ViewSink& sink) {
    return service::view_resource(reader, *ports.context.book(), id, reply.asker(), sink);
  };
}

Result<> look_at(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<domain::ResourceId>("resource");
  if (!id) return id.error();
  return show(ports, "resource.looked_at", reply, resource_view(ports, *id, reply));
}

Result<> add(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return answer_made(
      reply, "resource",
      service::register_resource(ports.context, request.text("record"), reply.asker()));
}

/// A member that the request names is changed, to nothing where it is empty.
std::optional<std::string> told(const AdminRequest& request, std::string_view key) {
  return request.has(key) ? std::optional(request.text(key)) : std::nullopt;
}

Result<> edit(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<domain::ResourceId>("resource");
  if (!id) return id.error();
  service::ResourceChange change{.record = told(request, "record"),
                                 .places = told(request, "places"),
                                 .staff_only = std::nullopt,
                                 .conditions = told(request, "conditions"),
                                 .contact = told(request, "contact"),
                                 .note = told(request, "note")};
  if (request.has("range")) change.staff_only = request.text("range") == "staff";
  return service::edit_resource(ports.context, *id, change, reply.asker(),
                                unchanged_since(request, resource_view(ports, *id, reply)));
}

Result<> confirm(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<domain::ResourceId>("resource");
  if (!id) return id.error();
  return service::confirm_resource(ports.context, *id, reply.asker(),
                                   unchanged_since(request, resource_view(ports, *id, reply)));
}

/// What anybody may have; that it was taken is logged without whom it is about, for it is nobody.
Result<> give_out(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto format = request.text("format");
  if (format != "hsds" && format != "csv") return fail(Kind::invalid, "/format: is hsds or csv");
  return show(
      ports, "resource.exported", reply, [&](store::Reader& reader, const service::ViewSink& sink) {
        const auto book = ports.context.book();
        const auto& place = book->profile.municipality;
        const auto all = service::public_resources(reader);
        service::ViewLine line("export");
        line.text("text", format == "hsds" ? service::to_hsds(all)
                                           : service::to_standard_csv(all, place.code, place.name));
        line.count("resources", static_cast<std::int64_t>(all.size()));
        line.to(sink);
        return Result<service::Shown>(service::Shown{{"export/" + format}, {}});
      });
}

service::Needs needs_in(const AdminRequest& request) {
  return {.kinds = request.list("types"),
          .concerns = request.list("concerns"),
          .wishes = request.list("wishes"),
          .groups = request.list("groups"),
          .certificates = request.list("certificates"),
          .days = request.list("days"),
          .age = request.text("age"),
          .sex = request.text("sex"),
          .visits = request.text("visits"),
          .town = request.text("town"),
          .plan = request.text("plan"),
          .needs_transport = request.text("needsTransport")};
}

Result<> offer(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto person = request.id<base::PersonId>("person");
  if (!person) return person.error();
  const auto resource = request.id<domain::ResourceId>("resource");
  if (!resource) return resource.error();
  domain::Labels items;
  for (const auto& name : request.list("items")) {
    const auto item = domain::item_from(name);
    if (item == domain::Item::unknown) return fail(Kind::invalid, "/items: no such item: " + name);
    items = items.with(item);
  }
  return answer_made(
      reply, "match",
      service::offer_resource(
          ports.context, {*person, *resource, needs_in(request), items, request.flag("checked")},
          reply.asker()));
}

service::MatchLook look_of(AdminPorts& ports, const AdminRequest& request, const ReplySink& reply) {
  return {.asker = reply.asker(),
          .due = request.flag("due"),
          .at_most = request.limit(),
          .at = ports.context.clock.now()};
}

View match_view(AdminPorts& ports, const store::MatchId& id, const AdminRequest& request,
                const ReplySink& reply) {
  const auto look = look_of(ports, request, reply);
  return [&ports, id, look](store::Reader& reader, const service::ViewSink& sink) {
    return service::view_match(reader, *ports.context.book(), id, look, sink);
  };
}

template <MatchStatus to>
Result<> step(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::MatchId>("match");
  if (!id) return id.error();
  return service::step_match(ports.context, *id, to, request.text("text"), reply.asker(),
                             unchanged_since(request, match_view(ports, *id, request, reply)));
}

Result<> feedback(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::MatchId>("match");
  if (!id) return id.error();
  return service::note_feedback(ports.context, *id, request.text("side"), request.text("text"),
                                reply.asker());
}

Result<> matches(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto look = look_of(ports, request, reply);
  return show(ports, "match.listed", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::view_matches(reader, *ports.context.book(), look, sink);
              });
}

Result<> one_match(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::MatchId>("match");
  if (!id) return id.error();
  return show(ports, "match.looked_at", reply, match_view(ports, *id, request, reply));
}

Result<> shortages(AdminPorts& ports, const AdminRequest&, ReplySink& reply) {
  return show(ports, "", reply, [&](store::Reader& reader, const service::ViewSink& sink) {
    return service::view_shortages(reader, *ports.context.book(), reply.asker(), sink);
  });
}

/// The list of all resources in memory lives as long as the verb.
http::AdminVerb proposing(AdminPorts& ports) {
  return [&ports, shelf = std::make_shared<service::OfferShelf>()](const std::string& json,
                                                                   ReplySink& reply) -> Result<> {
    const AdminRequest request(json);
    const auto person = request.id<base::PersonId>("person");
    if (!person) return person.error();
    return service::propose_resources(ports.context, *shelf,
                                      {*person, needs_in(request), request.limit()}, reply.asker(),
                                      [&reply](std::string_view line) { reply.line(line); });
  };
}

}  // namespace

void add_resource_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["resource.list"] = verb_of(ports, list);
  verbs["resource.show"] = verb_of(ports, look_at);
  verbs["resource.register"] = verb_of(ports, add);
  verbs["resource.edit"] = verb_of(ports, edit);
  verbs["resource.confirm"] = verb_of(ports, confirm);
  verbs["resource.export"] = verb_of(ports, give_out);
  verbs["match.propose"] = proposing(ports);
  verbs["match.offer"] = verb_of(ports, offer);
  verbs["match.visit"] = verb_of(ports, step<MatchStatus::visited>);
  verbs["match.try"] = verb_of(ports, step<MatchStatus::trial>);
  verbs["match.join"] = verb_of(ports, step<MatchStatus::joined>);
  verbs["match.decline"] = verb_of(ports, step<MatchStatus::declined>);
  verbs["match.end"] = verb_of(ports, step<MatchStatus::ended>);
  verbs["match.feedback"] = verb_of(ports, feedback);
  verbs["match.list"] = verb_of(ports, matches);
  verbs["match.show"] = verb_of(ports, one_match);
  verbs["shortage.list"] = verb_of(ports, shortages);
}

}  // namespace hub::daemon
