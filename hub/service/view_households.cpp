#include "hub/service/view_households.hpp"

#include <algorithm>
#include <array>

#include "hub/domain/record_kind.hpp"
#include "hub/service/protection_view.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/records.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

/// Read for each that is shown at most: a list is no shorter for who is hidden from the reader.
constexpr std::size_t rows_for_one = 10;

std::string_view word_of(store::Strength strength) {
  constexpr std::array<std::string_view, 4> words{"possible", "probable", "deterministic",
                                                  "officer"};
  return words[static_cast<std::size_t>(strength) % words.size()];
}

std::string source_named(const std::vector<store::Source>& sources, store::SourceId id) {
  for (const auto& source : sources) {
    if (source.id == id) return source.name;
  }
  return {};
}

/// One line for each record that a link makes this person's.
void put_links(store::Reader& reader, const store::PersonRef& person, const ViewSink& sink) {
  const auto sources = store::list_sources(reader);
  for (const auto& link : store::links_of(reader, person.row)) {
    const auto record = store::read_record(reader, link.record);
    if (!record || record->removed) continue;
    ViewLine line("link");
    line.id("link", record->id)
        .id("person", person.id)
        .code("source", source_named(sources, record->source));
    line.code("record", domain::name_of(static_cast<domain::RecordKind>(record->kind)));
    line.code("strength", word_of(link.strength)).code("rule", link.rule);
    line.code("madeBy", link.made_by).time("madeAt", link.made_at);
    line.to(sink);
  }
}

void put_member(const store::PersonRef& person, const store::Member& member, const ViewSink& sink) {
  ViewLine line("member");
  line.id("person", person.id).code("strength", word_of(member.strength));
  line.code("evidence", member.evidence);
  if (!member.from_day.empty()) line.text("from", member.from_day);
  line.to(sink);
}

/// Who moved away and may be known of.
void put_former(store::Reader& reader, store::HouseholdRow household, const Looker& looker,
                const ViewSink& sink, Shown& shown) {
  for (const auto& member : store::former_members_of(reader, household)) {
    const auto person = store::read_person(reader, member.person);
    if (!person || !may_see(reader, member.person, looker)) continue;
    shown.persons.push_back(person->id);
    ViewLine line("former");
    line.id("person", person->id).code("evidence", member.evidence);
    line.text("until", member.until_day);
    line.to(sink);
  }
}

void put_household(store::Reader& reader, const store::HouseholdRef& ref, std::size_t members,
                   const ViewSink& sink) {
  ViewLine line("household");
  line.id("household", ref.id);
  line.count("members", static_cast<std::int64_t>(members));
  line.count("openCases", static_cast<std::int64_t>(store::open_cases_of(reader, ref.row).size()));
  line.to(sink);
}

}  // namespace

bool may_see(store::Reader& reader, store::PersonRow person, const Looker& looker) {
  return looker.sees_hidden || !hides_address(reader, person, looker.at);
}

std::vector<store::Member> seen_members(store::Reader& reader, store::HouseholdRow household,
                                        const Looker& looker) {
  auto members = store::members_of(reader, household);
  const auto unseen = std::remove_if(
      members.begin(), members.end(),
      [&](const store::Member& member) { return !may_see(reader, member.person, looker); });
  members.erase(unseen, members.end());
  return members;
}

void view_households(store::Reader& reader, const Looker& looker, std::size_t at_most,
                     const ViewSink& sink) {
  std::size_t shown = 0;
  for (const auto& ref : store::list_households(reader, rows_for_one * at_most)) {
    const auto members = seen_members(reader, ref.row, looker).size();
    if (members == 0) continue;
    put_household(reader, ref, members, sink);
    if (++shown == at_most) break;
  }
}

base::Result<Shown> view_household(store::Reader& reader, const Looker& looker,
                                   const base::HouseholdId& id, const ViewSink& sink) {
  const auto household = store::find_household(reader, id);
  const auto members =
      household ? seen_members(reader, household->row, looker) : std::vector<store::Member>();
  if (members.empty()) {
    return base::fail(base::Kind::not_found,
                      "no household " + id.text() + "; see `household list`");
  }
  Shown shown{{"household/" + id.text()}, {}};
  put_household(reader, *household, members.size(), sink);
  for (const auto& member : members) {
    const auto person = store::read_person(reader, member.person);
    if (!person) continue;
    shown.persons.push_back(person->id);
    put_member(*person, member, sink);
    put_links(reader, *person, sink);
  }
  put_former(reader, household->row, looker, sink, shown);
  return shown;
}

}  // namespace hub::service
