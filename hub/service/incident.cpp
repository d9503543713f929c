#include "hub/service/incident.hpp"

#include <algorithm>
#include <map>

#include "hub/service/entry.hpp"
#include "hub/service/stop_use.hpp"
#include "hub/store/audit_log.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::IncidentCause;

/// What an incident rests on, before it is opened.
struct Found {
  IncidentCause cause = IncidentCause::link;
  std::string source;
  std::vector<store::LoggedEntry> rows;
};

constexpr std::size_t rows_at_a_time = 2000;
/// Rows of one packet stand together, a person each.
constexpr std::int64_t rows_of_a_packet = 64;

bool is_look(const audit::Entry& entry) {
  return entry.decision == audit::Decision::none && !entry.recipient.empty() &&
         entry.recipient == entry.actor;
}

/// The link that joined it at last, still live or undone, over which something could pass.
std::optional<store::Link> wrong_link(store::Reader& reader, store::RecordRow record) {
  auto history = store::link_history(reader, record);
  std::reverse(history.begin(), history.end());
  const auto undone = std::find_if(history.begin(), history.end(),
                                   [](const auto& link) { return link.undone_at.has_value(); });
  if (undone != history.end()) return *undone;
  return history.empty() ? std::nullopt : std::optional(history.front());
}

/// All that went out or was looked at about the person while the link stood: which of it came over
/// the link, a row can't tell, so none is left out.
Result<Found> resting_on_link(store::Reader& reader, const base::RecordId& id) {
  const auto record = store::record_of_id(reader, id);
  const auto link = record ? wrong_link(reader, *record) : std::nullopt;
  const auto person = link ? store::read_person(reader, link->person) : std::nullopt;
  if (!person) return fail(Kind::not_found, "/link: no joined record " + id.text());
  Found found{IncidentCause::link, "record/" + id.text(), {}};
  for (auto& row : store::entries_about(reader, person->id, whole_log)) {
    const bool stood = row.at >= link->made_at && (!link->undone_at || row.at <= *link->undone_at);
    if (stood && (brought(row, {}) || is_look(row.entry))) found.rows.push_back(std::move(row));
  }
  return found;
}

bool shares_object(const audit::Entry& one, const audit::Entry& other) {
  return std::any_of(one.objects.begin(), one.objects.end(), [&other](const auto& object) {
    return std::find(other.objects.begin(), other.objects.end(), object) != other.objects.end();
  });
}

/// The same recipient and the same matter, from that moment on: the other persons' rows of that
/// packet, and each later pull.
Result<Found> resting_on_row(Context& context, std::int64_t seq) {
  const auto wrong = context.db.read([&](store::Reader& reader) -> Result<store::LoggedEntry> {
    auto one = store::list_entries(reader, seq - 1, 1);
    if (one.empty() || one[0].seq != seq)
      return fail(Kind::not_found, "/disclosure: no row " + std::to_string(seq) + " in the log");
    if (!brought(one[0], {}))
      return fail(Kind::invalid, "/disclosure: nothing went out by row " + std::to_string(seq));
    return std::move(one[0]);
  });
  if (!wrong) return wrong.error();
  Found found{IncidentCause::sending, "row/" + std::to_string(seq), {}};
  auto after = std::max<std::int64_t>(0, seq - rows_of_a_packet);
  for (std::size_t read = rows_at_a_time; read == rows_at_a_time;) {
    const auto piece = context.db.read([&](store::Reader& reader) -> Result<bool> {
      auto rows = store::list_entries(reader, after, rows_at_a_time);
      read = rows.size();
      if (!rows.empty()) after = rows.back().seq;
      for (auto& row : rows) {
        const bool same = row.at >= wrong->at && row.entry.recipient == wrong->entry.recipient &&
                          shares_object(row.entry, wrong->entry);
        if (same && brought(row, {})) found.rows.push_back(std::move(row));
      }
      return true;
    });
    if (!piece) return piece.error();
  }
  return found;
}

Result<Found> find(Context& context, const WentWrong& wrong) {
  if (const auto* seq = std::get_if<std::int64_t>(&wrong)) return resting_on_row(context, *seq);
  return context.db.read([&](store::Reader& reader) {
    return resting_on_link(reader, std::get<base::RecordId>(wrong));
  });
}

using ByPerson = std::map<base::PersonId, std::vector<store::LoggedEntry>>;

ByPerson by_person(const std::vector<store::LoggedEntry>& rows) {
  ByPerson out;
  for (const auto& row : rows) {
    for (const auto& person : row.entry.persons)
      out[person].push_back(row);
  }
  return out;
}

void log_opened(store::Transaction& tx, const Found& found, const std::string& origin,
                const ByPerson& persons, std::string_view asker) {
  auto entry = entry_of(asker, "incident.opened", origin, domain::name_of(found.cause));
  entry.objects.push_back(found.source);
  for (const auto& [person, rows] : persons)
    entry.persons.push_back(person);
  tx.audit(entry);
}

void tell_holders(store::Transaction& tx, const Book& book, const ByPerson& persons,
                  const Because& why) {
  for (const auto& [id, rows] : persons) {
    if (const auto person = store::find_person(tx, id))
      tell_to_stop(tx, book, *person, copies_in(tx, rows), why);
  }
}

}  // namespace

Result<store::IncidentId> open_incident(Context& context, const IncidentWish& wish,
                                        std::string_view asker) {
  const auto found = find(context, wish.wrong);
  if (!found) return found.error();
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<store::IncidentId> {
    const auto today = base::jst_day(tx.now());
    const auto known = wish.known.value_or(today);
    if (known > today) return fail(Kind::invalid, "/known: is a day to come");
    store::NewIncident incident{found->cause, found->source, known, std::string(asker), {}};
    for (const auto& row : found->rows)
      incident.rows.push_back(row.seq);
    const auto id = store::add_incident(tx, incident);
    const auto origin = "incident/" + id.text();
    const auto persons = by_person(found->rows);
    log_opened(tx, *found, origin, persons, asker);
    tell_holders(tx, *book, persons, {"incident.opened", asker, origin});
    return id;
  });
}

Result<> note_incident_step(Context& context, const store::IncidentId& id,
                            domain::IncidentStep step,
                            const std::optional<std::chrono::year_month_day>& day,
                            std::string_view asker, const Unchanged& unchanged) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto incident = store::find_incident(tx, id);
    if (!incident) return fail(Kind::not_found, "no incident " + id.text());
    if (auto same = check(unchanged, tx); !same) return same.error();
    const auto today = base::jst_day(tx.now());
    if (day && *day > today) return fail(Kind::invalid, "/on: is a day to come");
    if (!store::note_step(tx, incident->row,
                          {step, domain::text_of(day.value_or(today)), std::string(asker)}))
      return fail(Kind::conflict, "that was noted before");
    tx.audit(
        entry_of(asker, "incident." + std::string(domain::name_of(step)), "incident/" + id.text()));
    return {};
  });
}

}  // namespace hub::service
