#include "hub/service/view_incidents.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "hub/service/carrier.hpp"
#include "hub/service/decide.hpp"
#include "hub/service/party_name.hpp"
#include "hub/service/seat.hpp"
#include "hub/service/stop_use.hpp"
#include "hub/service/told_person.hpp"
#include "hub/store/audit_log.hpp"

namespace hub::service {
namespace {

using domain::IncidentStep;

constexpr std::size_t all = std::numeric_limits<std::int64_t>::max();
constexpr IncidentStep dated[] = {IncidentStep::prompt_report, IncidentStep::person_told,
                                  IncidentStep::final_report};

struct Standing {
  store::Incident incident;
  std::vector<store::IncidentDone> done;
  std::string today;
  const domain::Calendar& calendar;

  [[nodiscard]] const store::IncidentDone* of(IncidentStep step) const {
    const auto found = std::find_if(done.begin(), done.end(),
                                    [step](const auto& one) { return one.step == step; });
    return found == done.end() ? nullptr : &*found;
  }
  [[nodiscard]] std::string due(IncidentStep step) const {
    const auto known = domain::day_from(incident.known_day);
    if (!known) return {};
    const bool wrongful = of(IncidentStep::wrongful) != nullptr;
    return domain::text_of(domain::incident_due(*known, step, wrongful, calendar));
  }
  [[nodiscard]] std::string_view state(IncidentStep step) const {
    if (of(step) != nullptr) return "done";
    return due(step) < today ? "overdue" : "pending";
  }
  [[nodiscard]] bool overdue() const {
    return of(IncidentStep::closed) == nullptr &&
           std::any_of(std::begin(dated), std::end(dated),
                       [this](auto step) { return state(step) == "overdue"; });
  }
};

Standing standing_of(store::Reader& reader, const Book& book, store::Incident incident,
                     base::UtcMillis now) {
  auto done = store::steps_of(reader, incident.row);
  return {std::move(incident), std::move(done), base::jst_date(now), book.law.calendar};
}

void put_incident(const Standing& standing, const Book* book, const ViewSink& sink) {
  const auto& incident = standing.incident;
  const bool closed = standing.of(IncidentStep::closed) != nullptr;
  ViewLine line("incident");
  line.id("incident", incident.id).code("cause", domain::name_of(incident.cause));
  line.code("state", closed ? "closed" : standing.overdue() ? "overdue" : "handled");
  line.text("source", incident.source).text("knownDay", incident.known_day);
  line.time("openedAt", incident.opened_at).code("by", incident.opened_by);
  line.text("due", standing.due(IncidentStep::final_report));
  line.flag("wrongful", standing.of(IncidentStep::wrongful) != nullptr);
  if (book != nullptr) {
    line.text("municipality", book->profile.municipality.name);
    line.text("contact", profile::label(book->profile, "consent_contact", ""));
  }
  line.to(sink);
}

void put_deadlines(const Standing& standing, const ViewSink& sink) {
  for (const auto step : dated) {
    const auto* done = standing.of(step);
    ViewLine line("deadline");
    line.code("step", domain::name_of(step)).text("dueDay", standing.due(step));
    line.code("state", standing.state(step));
    if (done != nullptr) line.text("doneDay", done->day).code("by", done->by);
    line.to(sink);
  }
}

std::vector<store::LoggedEntry> rows_of(store::Reader& reader, const store::Incident& incident) {
  std::vector<store::LoggedEntry> rows;
  for (const auto seq : store::incident_rows(reader, incident.row)) {
    auto one = store::list_entries(reader, seq - 1, 1);
    if (!one.empty() && one[0].seq == seq) rows.push_back(std::move(one[0]));
  }
  return rows;
}

void put_row(const Book& book, const store::LoggedEntry& row, const ViewSink& sink) {
  ViewLine line(brought(row, {}) ? "disclosed" : "looked");
  line.count("row", row.seq).time("at", row.at).code("action", row.entry.action);
  line.code("to", row.entry.recipient)
      .text("toName", party_name(book.profile, row.entry.recipient));
  line.code("basis", row.entry.basis);
  if (!row.entry.persons.empty()) line.id("person", row.entry.persons.front());
  if (brought(row, {})) line.list("items", names_of(items_in(row.entry)));
  line.to(sink);
}

/// The newest notice that a holder got for what he was given.
const store::StopNotice* told(const std::vector<store::StopNotice>& stops, const Copy& copy) {
  const auto found = std::find_if(stops.rbegin(), stops.rend(), [&](const auto& stop) {
    return stop.carrier == copy.carrier && stop.partner == copy.holder();
  });
  return found == stops.rend() ? nullptr : &*found;
}

void put_copies(store::Reader& reader, const profile::Profile& profile, const base::PersonId& id,
                const std::vector<store::LoggedEntry>& rows, const ViewSink& sink) {
  const auto person = store::find_person(reader, id);
  const auto stops =
      person ? store::stops_about(reader, person->row) : std::vector<store::StopNotice>();
  for (const auto& copy : copies_in(reader, rows)) {
    const auto* stop = told(stops, copy);
    ViewLine line("copy");
    line.id("person", id).code("partner", copy.holder());
    line.text("partnerName", name_of_recipient(reader, profile, copy.holder()));
    put_carrier(line, reader, copy.carrier);
    if (stop != nullptr) {
      line.id("stop", stop->id).code("state", store::state_of(reader, *stop));
      line.time("at", stop->made_at).time("answeredAt", stop->answered_at);
    }
    line.to(sink);
  }
}

/// 規則43条: what the log can tell. Whether somebody meant harm (3号), and whether money may be
/// lost (2号), only people can.
void put_judged(const std::map<base::PersonId, std::vector<store::LoggedEntry>>& persons,
                domain::Labels items, const ViewSink& sink) {
  const auto sensitive = domain::Labels::from_bits(items.bits() & domain::sensitive_items.bits());
  ViewLine line("judged");
  line.count("persons", static_cast<std::int64_t>(persons.size()));
  line.flag("sensitive", !sensitive.empty());
  line.flag("many", persons.size() > domain::persons_to_report);
  if (!items.empty()) line.list("items", names_of(items));
  line.to(sink);
}

}  // namespace

void view_incidents(store::Reader& reader, const Book& book, base::UtcMillis now,
                    std::size_t at_most, const ViewSink& sink) {
  for (auto& incident : store::list_incidents(reader, at_most))
    put_incident(standing_of(reader, book, std::move(incident), now), nullptr, sink);
}

base::Result<Shown> view_incident(store::Reader& reader, const Book& book,
                                  const store::IncidentId& id, base::UtcMillis now,
                                  const ViewSink& sink) {
  auto incident = store::find_incident(reader, id);
  if (!incident)
    return base::fail(base::Kind::not_found, "no incident " + id.text() + "; see `incident list`");
  const auto standing = standing_of(reader, book, std::move(*incident), now);
  put_incident(standing, &book, sink);
  put_deadlines(standing, sink);
  std::map<base::PersonId, std::vector<store::LoggedEntry>> persons;
  domain::Labels items;
  for (const auto& row : rows_of(reader, standing.incident)) {
    put_row(book, row, sink);
    for (const auto& person : row.entry.persons)
      persons[person].push_back(row);
    if (brought(row, {})) items = items.with(items_in(row.entry));
  }
  Shown shown{{"incident/" + id.text()}, {}};
  for (const auto& [person, rows] : persons) {
    put_copies(reader, book.profile, person, rows, sink);
    shown.persons.push_back(person);
  }
  put_judged(persons, items, sink);
  return shown;
}

std::int64_t count_incidents_overdue(store::Reader& reader, const Book& book, base::UtcMillis now) {
  std::int64_t count = 0;
  for (auto& incident : store::list_incidents(reader, all))
    count += standing_of(reader, book, std::move(incident), now).overdue() ? 1 : 0;
  return count;
}

}  // namespace hub::service
