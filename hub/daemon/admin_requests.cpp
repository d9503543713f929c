// Requests of persons for disclosure, correction or stopping.
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/person_requests.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;
using service::ViewSink;

/// A value of the request that is one of a few words; the first where it says nothing.
template <class Enum, std::size_t count>
Result<Enum> word_of(const std::array<std::string_view, count>& names, const std::string& word,
                     std::string_view otherwise) {
  if (const auto value = domain::word_among<Enum>(names, word)) return *value;
  return fail(Kind::invalid, std::string(otherwise));
}

/// `contact,identity`
Result<domain::Labels> items_of(std::string_view list) {
  domain::Labels items;
  while (!list.empty()) {
    const auto word = list.substr(0, list.find(','));
    const auto item = domain::item_from(word);
    if (item == domain::Item::unknown)
      return fail(Kind::invalid, "/items: the gate knows no item " + std::string(word));
    items = items.with(item);
    list.remove_prefix(std::min(list.size(), word.size() + 1));
  }
  return items;
}

Result<service::RequestWish> wish_of(const AdminRequest& request) {
  service::RequestWish wish;
  const auto person = request.id<base::PersonId>("person");
  if (!person) return person.error();
  wish.person = *person;
  const auto kind = word_of<domain::RequestKind>(domain::request_kind_names, request.text("type"),
                                                 "/type: is disclosure, correction or stop");
  if (!kind) return kind.error();
  wish.kind = *kind;
  const auto by = request.text("by");
  const auto requester = word_of<domain::Requester>(
      domain::requester_names, by.empty() ? "self" : by, "/by: is self or representative");
  if (!requester) return requester.error();
  wish.requester = *requester;
  const auto items = items_of(request.text("items"));
  if (!items) return items.error();
  wish.items = *items;
  const auto received = request.text("received");
  wish.received = domain::day_from(received);
  if (!received.empty() && !wish.received)
    return fail(Kind::invalid, "/received: is no day such as 2026-04-10");
  wish.document = request.text("document");
  return wish;
}

/// How it stands after a step; the asker's look is logged as any other.
Result<> show_request(AdminPorts& ports, const store::RequestId& id, ReplySink& reply) {
  const auto book = ports.context.book();
  return show(ports, "person.requests_looked_at", reply,
              [&](store::Reader& reader, const ViewSink& sink) {
                return service::view_request(reader, *book, id, ports.context.clock.now(), sink);
              });
}

Result<> open(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto wish = wish_of(request);
  if (!wish) return wish.error();
  const auto id = service::open_person_request(ports.context, *wish, reply.asker());
  if (!id) return id.error();
  return show_request(ports, *id, reply);
}

Result<> list(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto book = ports.context.book();
  return show(
      ports, "", reply, [&](store::Reader& reader, const ViewSink& sink) -> Result<service::Shown> {
        service::view_requests(reader, *book, ports.context.clock.now(), request.limit(), sink);
        return service::Shown{};
      });
}

/// A step on one request, and how it then stands.
template <class Step>
Result<> step_on(AdminPorts& ports, const AdminRequest& request, ReplySink& reply, Step step) {
  const auto id = request.id<store::RequestId>("request");
  if (!id) return id.error();
  Result<> done = step(*id);
  if (!done) return done;
  return show_request(ports, *id, reply);
}

Result<> look(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return step_on(ports, request, reply, [](const store::RequestId&) { return Result<>(); });
}

Result<> prolong(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto until = request.day("until");
  if (!until) return until.error();
  return step_on(ports, request, reply, [&](const store::RequestId& id) {
    return service::prolong_person_request(ports.context, id, reply.asker(), *until);
  });
}

Result<> answer(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto answer =
      word_of<domain::RequestAnswer>(domain::request_answer_names, request.text("answer"),
                                     "/answer: is granted, partly or refused");
  if (!answer) return answer.error();
  const auto items = items_of(request.text("items"));
  if (!items) return items.error();
  const store::Decided decided{*answer, *items, request.list("recipients")};
  auto answered = step_on(ports, request, reply, [&](const store::RequestId& id) {
    return service::answer_person_request(ports.context, id, decided, reply.asker());
  });
  if (answered) ports.orders_changed();
  return answered;
}

Result<> told(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto recipient = request.needed("recipient");
  if (!recipient) return recipient.error();
  return step_on(ports, request, reply, [&](const store::RequestId& id) {
    return service::mark_holder_told(ports.context, id, *recipient, reply.asker());
  });
}

}  // namespace

void add_request_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["request.open"] = verb_of(ports, open);
  verbs["request.list"] = verb_of(ports, list);
  verbs["request.show"] = verb_of(ports, look);
  verbs["request.prolong"] = verb_of(ports, prolong);
  verbs["request.answer"] = verb_of(ports, answer);
  verbs["request.told"] = verb_of(ports, told);
}

}  // namespace hub::daemon
