// What persons say about the support and about sharing, and what that stopped.
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/say_consent.hpp"
#include "hub/service/view_consent_copy.hpp"
#include "hub/service/view_consents.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::ConsentAct;
using http::ReplySink;

/// The place of a word in a list; `invalid` where it is none of them.
Result<std::size_t> word_at(const AdminRequest& request, std::string_view key,
                            std::initializer_list<std::string_view> words) {
  const auto typed = request.text(key);
  std::size_t at = 0;
  for (const auto word : words) {
    if (word == typed) return at;
    ++at;
  }
  return fail(Kind::invalid, "/" + std::string(key) + ": is none of the words for it");
}

Result<> read_objects(const AdminRequest& request, service::ConsentWord& word) {
  for (const auto& name : request.list("objects")) {
    const auto object = domain::consent_object_from(name);
    if (!object) return fail(Kind::invalid, "/objects: is support or sharing");
    word.objects.push_back(*object);
  }
  return {};
}

Result<> read_scope(const AdminRequest& request, service::ConsentWord& word) {
  word.scope.forums = domain::Selection(request.list("forums"));
  word.scope.recipients = domain::Selection(request.list("recipients"));
  word.scope.purposes = domain::Selection(request.list("purposes"));
  for (const auto& name : request.list("items")) {
    const auto item = domain::item_from(name);
    if (item == domain::Item::unknown) return fail(Kind::invalid, "/items: no such item: " + name);
    word.scope.labels = word.scope.labels.with(item);
  }
  return {};
}

Result<> read_circumstances(const AdminRequest& request, service::ConsentWord& word) {
  const auto giver = word_at(request, "givenBy", {"", "self", "guardian", "representative"});
  if (!giver) return giver.error();
  const auto method = word_at(request, "method", {"", "written", "oral", "electronic"});
  if (!method) return method.error();
  if (*giver > 0) word.given_by = static_cast<domain::ConsentGiver>(*giver - 1);
  if (*method > 0) word.method = static_cast<domain::ConsentMethod>(*method - 1);
  const auto until = request.day("until");
  if (!until) return until.error();
  const auto said_on = request.day("on");
  if (!said_on) return said_on.error();
  word.until = *until;
  word.said_on = *said_on;
  word.giver_basis = request.text("basis");
  word.evidence = request.text("evidence");
  return {};
}

Result<service::ConsentWord> word_of(const AdminRequest& request, ConsentAct act) {
  service::ConsentWord word;
  word.act = act;
  const auto person = request.id<base::PersonId>("person");
  if (!person) return person.error();
  word.person = *person;
  word.form = request.text("form");
  if (act == ConsentAct::renewed) {
    const auto consent = request.id<base::ConsentId>("consent");
    if (!consent) return consent.error();
    word.consent = *consent;
  }
  for (const auto read : {read_objects, read_scope, read_circumstances}) {
    if (auto done = read(request, word); !done) return done.error();
  }
  return word;
}

Result<> say(AdminPorts& ports, const AdminRequest& request, ReplySink& reply, ConsentAct act) {
  const auto word = word_of(request, act);
  if (!word) return word.error();
  const auto said = service::say_consent(ports.context, *word, reply.asker());
  if (!said) return said.error();
  ports.orders_changed();
  const auto sink = [&reply](std::string_view json) { reply.line(json); };
  service::ViewLine line("said");
  line.id("consent", said->consent).code("act", domain::name_of(act));
  line.count("inFlight", static_cast<std::int64_t>(said->stopped.in_flight.size()));
  line.count("copies", static_cast<std::int64_t>(said->stopped.holders.size()));
  line.count("held", static_cast<std::int64_t>(said->stopped.held.size()));
  line.to(sink);
  const auto book = ports.context.book();
  return ports.context.db.read([&](store::Reader& reader) -> Result<> {
    service::view_stopped(reader, book->profile, said->stopped, sink);
    return {};
  });
}

Result<> list(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<base::PersonId>("person");
  if (!id) return id.error();
  return show(ports, "consent.looked_at", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::view_consents(reader, *id, sink);
              });
}

Result<> copy(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto person = request.id<base::PersonId>("person");
  if (!person) return person.error();
  const auto consent = request.id<base::ConsentId>("consent");
  if (!consent) return consent.error();
  return show(
      ports, "consent.copied", reply, [&](store::Reader& reader, const service::ViewSink& sink) {
        return service::view_consent_copy(reader, *ports.context.book(), {*person, *consent}, sink);
      });
}

Result<> list_stops(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return show(ports, "stop.listed", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                const auto book = ports.context.book();
                return Result<service::Shown>(service::view_stops(
                    reader, book->profile, request.flag("waiting"), request.limit(), sink));
              });
}

Result<> note_answer(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::StopId>("stop");
  if (!id) return id.error();
  return service::note_stop_answer(ports.context, *id, reply.asker());
}

}  // namespace

void add_consent_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  constexpr std::pair<std::string_view, ConsentAct> words[] = {
      {"consent.ask", ConsentAct::asked},       {"consent.give", ConsentAct::given},
      {"consent.refuse", ConsentAct::refused},  {"consent.withdraw", ConsentAct::withdrawn},
      {"consent.narrow", ConsentAct::narrowed}, {"consent.renew", ConsentAct::renewed},
  };
  for (const auto& [verb, act] : words) {
    verbs.emplace(verb, [&ports, wanted = act](const std::string& json, ReplySink& reply) {
      return say(ports, AdminRequest(json), reply, wanted);
    });
  }
  verbs["consent.list"] = [&ports](const std::string& json, ReplySink& reply) {
    return list(ports, AdminRequest(json), reply);
  };
  verbs["consent.copy"] = [&ports](const std::string& json, ReplySink& reply) {
    return copy(ports, AdminRequest(json), reply);
  };
  verbs["stop.answered"] = verb_of(ports, note_answer);
  verbs["stop.list"] = [&ports](const std::string& json, ReplySink& reply) {
    return list_stops(ports, AdminRequest(json), reply);
  };
}

}  // namespace hub::daemon
