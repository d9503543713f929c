// Sittings: who convenes, what is heard on which ground, who sits, and the paper of a seat. Only an
// officer who works for the body gets a paper; whoever tried without is logged.
#include "hub/daemon/admin_groups.hpp"
#include "hub/domain/person_request.hpp"
#include "hub/service/decide.hpp"
#include "hub/service/release.hpp"
#include "hub/service/sitting.hpp"
#include "hub/service/view_sittings.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;

/// One record for one item, by the desk that made it.
Result<> release(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  service::ReleaseWish wish;
  const auto item = request.id<store::AgendaId>("agenda");
  if (!item) return item.error();
  const auto record = request.id<base::RecordId>("record");
  if (!record) return record.error();
  const auto kind =
      domain::word_among<store::ReleaseKind>(store::release_kind_names, request.text("kind"));
  if (!kind) return fail(Kind::invalid, "/kind: is opinion or youtai");
  const auto day = request.day("on");
  if (!day) return day.error();
  wish.item = *item;
  wish.record = *record;
  wish.kind = *kind;
  wish.document = request.text("document");
  wish.day = *day;
  return answer_made(reply, "release", service::release_record(ports.context, wish, reply.asker()));
}

Result<> end_release(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::ReleaseId>("release");
  if (!id) return id.error();
  return service::end_release(ports.context, *id, reply.asker());
}

Result<> open(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto day = request.day("on");
  if (!day) return day.error();
  if (!*day) return fail(Kind::invalid, "/on: is missing");
  return answer_made(reply, "sitting",
                     service::open_sitting(ports.context,
                                           {request.text("body"), **day, request.text("convener"),
                                            request.text("chair")},
                                           reply.asker()));
}

Result<> put_down(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  service::AgendaWish wish;
  const auto sitting = request.id<store::SittingId>("sitting");
  if (!sitting) return sitting.error();
  const auto signal = request.text("signal");
  if (!signal.empty() && !request.text("case").empty())
    return fail(Kind::invalid, "/signal: or /case, not both");
  if (signal.empty()) {
    const auto about = request.id<base::CaseId>("case");
    if (!about) return about.error();
    wish.about = *about;
  } else {
    const auto id = request.id<store::SignalId>("signal");
    if (!id) return id.error();
    wish.signal = *id;
  }
  for (const auto& text : request.list("persons")) {
    const auto person = base::PersonId::parse(text);
    if (!person) return fail(Kind::invalid, "/persons: holds what is no id");
    wish.persons.push_back(*person);
  }
  wish.sitting = *sitting;
  wish.function = request.text("function");
  wish.declared_part = request.flag("declaredPart");
  wish.decided = request.flag("decided");
  return answer_made(reply, "agenda", service::add_agenda_item(ports.context, wish, reply.asker()));
}

Result<store::Secrecy> secrecy_in(const AdminRequest& request) {
  const auto word = request.text("secrecy");
  if (word.empty()) return store::Secrecy::none;
  if (word == "law") return store::Secrecy::law;
  if (word == "pledge") return store::Secrecy::pledge;
  return fail(Kind::invalid, "/secrecy: is law or pledge");
}

Result<> give(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto sitting = request.id<store::SittingId>("sitting");
  if (!sitting) return sitting.error();
  const auto agenda = request.id_if_any<store::AgendaId>("agenda");
  if (!agenda) return agenda.error();
  const auto secrecy = secrecy_in(request);
  if (!secrecy) return secrecy.error();
  return answer_made(
      reply, "seat",
      service::give_seat(ports.context,
                         {*sitting, *agenda, request.text("party"), request.text("name"),
                          domain::recipient_kind_from(request.text("recipientKind")),
                          request.flag("invited"), *secrecy, request.text("document")},
                         reply.asker()));
}

Result<> leave(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto seat = request.id<store::SeatId>("seat");
  if (!seat) return seat.error();
  return service::leave_seat(ports.context, *seat, reply.asker());
}

Result<> list(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return show(ports, "sitting.listed", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return Result<service::Shown>(service::view_sittings(
                    reader, *ports.context.book(), reply.asker(), request.limit(), sink));
              });
}

Result<> look_at(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::SittingId>("sitting");
  if (!id) return id.error();
  return show(ports, "sitting.looked_at", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::view_sitting(reader, *ports.context.book(), *id, reply.asker(),
                                             ports.context.clock.now(), sink);
              });
}

/// The lines leave when what they tell is committed to the log.
Result<> packet(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto seat = request.id<store::SeatId>("seat");
  if (!seat) return seat.error();
  const auto agenda = request.id_if_any<store::AgendaId>("agenda");
  if (!agenda) return agenda.error();
  std::vector<std::string> lines;
  const auto tell = [&](store::Reader& reader, const service::Book& book,
                        const service::Paper& paper) {
    service::view_paper(reader, book, paper, reply.asker(), ports.context.clock.now(),
                        [&lines](std::string_view line) { lines.emplace_back(line); });
  };
  const auto made = service::make_paper(ports.context, {*seat, *agenda}, reply.asker(), tell);
  if (!made) return made.error();
  for (const auto& line : lines) {
    if (!reply.line(line)) break;
  }
  return {};
}

/// Of the seats of whom the officer works for.
Result<> own_paper(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto sitting = request.id<store::SittingId>("sitting");
  if (!sitting) return sitting.error();
  std::vector<std::string> lines;
  const auto tell = [&](store::Reader& reader, const service::Book& book,
                        const service::Paper& paper) {
    service::view_own_paper(reader, book, paper, ports.context.clock.now(),
                            [&lines](std::string_view line) { lines.emplace_back(line); });
  };
  const auto made = service::make_own_paper(ports.context, *sitting, reply.asker(), tell);
  if (!made) return made;
  for (const auto& line : lines) {
    if (!reply.line(line)) break;
  }
  return {};
}

}  // namespace

void add_sitting_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["sitting.open"] = verb_of(ports, open);
  verbs["sitting.item"] = verb_of(ports, put_down);
  verbs["sitting.seat"] = verb_of(ports, give);
  verbs["sitting.leave"] = verb_of(ports, leave);
  verbs["sitting.list"] = verb_of(ports, list);
  verbs["sitting.release"] = verb_of(ports, release);
  verbs["sitting.unrelease"] = verb_of(ports, end_release);
  verbs["sitting.show"] = verb_of(ports, look_at);
  verbs["sitting.packet"] = verb_of(ports, packet);
  verbs["sitting.paper"] = verb_of(ports, own_paper);
}

}  // namespace hub::daemon
