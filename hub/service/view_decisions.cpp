#include "hub/service/view_decisions.hpp"

#include "hub/domain/disclosure.hpp"
#include "hub/service/decide.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/own_use.hpp"
#include "hub/store/harm_findings.hpp"
#include "hub/store/persons.hpp"

namespace hub::service {
namespace {

using domain::NamedDecision;

std::string_view state_of(const NamedDecision& decision, base::UtcMillis at) {
  const auto& reviewed = decision.reviewed();
  if (reviewed && reviewed->outcome == NamedDecision::Outcome::ended) return "ended";
  if (!decision.in_force().contains(at)) return "over";
  return reviewed ? "upheld" : "holds";
}

void put(const store::StoredDecision& stored, base::UtcMillis at, ViewLine& line) {
  const auto& decision = stored.decision;
  line.id("decision", stored.id).code("state", state_of(decision, at));
  line.flag("awaitsReview", decision.awaits_review());
  line.id("person", decision.person()).code("recipient", decision.recipient());
  line.code("ground", decision.ground()).code("officer", decision.officer());
  line.list("items", names_of(decision.labels()));
  line.time("takenAt", decision.in_force().from).time("until", decision.in_force().until);
  if (decision.reviewed()) line.code("reviewer", decision.reviewed()->by);
}

}  // namespace

Shown view_decisions(store::Reader& reader, bool waiting, std::size_t at_most, base::UtcMillis at,
                     const ViewSink& sink) {
  Shown shown;
  for (const auto& stored : waiting ? store::decisions_awaiting_review(reader)
                                    : store::list_decisions(reader, at_most)) {
    ViewLine line("decision");
    put(stored, at, line);
    line.to(sink);
    shown.objects.push_back("decision/" + stored.id.text());
    shown.persons.push_back(stored.decision.person());
  }
  return shown;
}

base::Result<Shown> view_decision(store::Reader& reader, const Book& book,
                                  const store::DecisionId& id, std::string_view asker,
                                  base::UtcMillis at, const ViewSink& sink) {
  const auto officer = deciding_officer(book, asker);
  if (!officer) return officer.error();
  const auto stored = store::find_decision(reader, id);
  const auto person = stored ? store::find_person(reader, stored->decision.person()) : std::nullopt;
  if (!person) return base::fail(base::Kind::not_found, "no decision " + id.text());
  ViewLine line("decision");
  put(*stored, at, line);
  // Who may decide works on the decisions of all: the queue is his business (GATE: `own`).
  const auto about = about_person(reader, *person, domain::Subject::focus);
  const auto disclosure =
      own_use(reader, book, about, **officer, Holding::yes, domain::Item::staff_note, at);
  const auto reason = disclosure.clear(stored->decision.reason());
  if (reason) line.text("reason", reason->value());
  line.to(sink);
  return Shown{{"decision/" + id.text()}, {person->id}};
}

Shown view_harms(store::Reader& reader, const ViewSink& sink) {
  Shown shown;
  for (const auto& harm : store::standing_harms(reader)) {
    const auto person = store::read_person(reader, harm.person);
    if (!person) continue;
    ViewLine line("harm");
    line.id("harm", harm.id).id("person", person->id).code("recipient", harm.recipient);
    line.code("officer", harm.officer).time("at", harm.found_at);
    line.to(sink);
    shown.objects.push_back("harm/" + harm.id.text());
    shown.persons.push_back(person->id);
  }
  return shown;
}

}  // namespace hub::service
