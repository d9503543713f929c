#include "hub/service/odd_looks.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "hub/domain/person_request.hpp"

namespace hub::service {
namespace {

constexpr std::chrono::hours japan(9);
constexpr std::chrono::hours opens(8);
constexpr std::chrono::hours closes(19);
constexpr std::size_t rows_at_once = 10'000;

/// Whoever asks about looks does not add to them.
constexpr std::string_view asking = "audit.looks_looked_at";

bool is_look(const store::LoggedEntry& logged) {
  const auto& entry = logged.entry;
  return !logged.erased && entry.action != asking && entry.decision == audit::Decision::none &&
         !entry.persons.empty() && !entry.recipient.empty() && entry.recipient == entry.actor;
}

/// Who looked, and on which day.
using Day = std::pair<std::string, std::string>;

Day day_of(const store::LoggedEntry& logged) {
  return {logged.entry.actor, base::jst_date(logged.at)};
}

std::vector<store::LoggedEntry> entries_between(store::Reader& reader, base::UtcMillis from,
                                                base::UtcMillis until) {
  std::vector<store::LoggedEntry> found;
  std::int64_t after = 0;
  for (;;) {
    auto rows = store::list_entries(reader, after, rows_at_once);
    if (rows.empty()) return found;
    after = rows.back().seq;
    for (auto& row : rows) {
      if (row.at >= from && row.at < until) found.push_back(std::move(row));
    }
  }
}

}  // namespace

bool is_office_time(base::UtcMillis at) {
  const auto local = at + japan;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::weekday weekday{day};
  const auto time = local - day;
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday && time >= opens &&
         time < closes;
}

std::vector<OddLook> odd_looks(const std::vector<store::LoggedEntry>& entries) {
  std::map<Day, std::set<base::PersonId>> seen;
  std::set<base::PersonId> acted_on;
  for (const auto& logged : entries) {
    const auto& persons = logged.entry.persons;
    if (is_look(logged))
      seen[day_of(logged)].insert(persons.begin(), persons.end());
    else
      acted_on.insert(persons.begin(), persons.end());
  }
  std::vector<OddLook> odd;
  for (const auto& logged : entries) {
    if (!is_look(logged)) continue;
    for (const auto& person : logged.entry.persons) {
      OddLook look{logged.seq, logged.at, logged.entry.actor, logged.entry.action, person, {}};
      if (!is_office_time(logged.at)) look.why.emplace_back("out_of_hours");
      if (!acted_on.contains(person)) look.why.emplace_back("nothing_done");
      if (seen[day_of(logged)].size() >= many_persons) look.why.emplace_back("many_persons");
      if (!look.why.empty()) odd.push_back(std::move(look));
    }
  }
  return odd;
}

base::Result<Shown> view_odd_looks(store::Reader& reader, std::string_view month,
                                   const ViewSink& sink) {
  const auto first = domain::day_from(std::string(month) + "-01");
  if (!first) return base::fail(base::Kind::invalid, "/month: is no month such as 2026-04");
  const auto next = std::chrono::year_month_day(*first + std::chrono::months(1));
  const auto entries =
      entries_between(reader, base::from_jst_day(*first), base::from_jst_day(next));
  Shown shown{{"month/" + std::string(month)}, {}};
  std::set<base::PersonId> persons;
  for (const auto& look : odd_looks(entries)) {
    ViewLine line("odd_look");
    line.count("row", look.seq).time("at", look.at).code("by", look.actor);
    line.code("action", look.action).id("person", look.person);
    line.list("why", {look.why.begin(), look.why.end()}).to(sink);
    persons.insert(look.person);
  }
  shown.persons.assign(persons.begin(), persons.end());
  ViewLine line("looks");
  line.count("looks", std::count_if(entries.begin(), entries.end(), is_look)).to(sink);
  return shown;
}

}  // namespace hub::service
