#include "hub/service/view_links.hpp"

#include <set>

#include "hub/service/doubt.hpp"
#include "hub/service/named_records.hpp"
#include "hub/service/view_households.hpp"
#include "hub/store/households.hpp"
#include "hub/store/link_edges.hpp"
#include "hub/store/link_words.hpp"
#include "hub/store/record_facts.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using store::RecordRow;

/// Where the person lives now.
std::string household_of(store::Reader& reader, store::PersonRow person) {
  const auto rows = store::households_of(reader, person);
  const auto ref = rows.empty() ? std::nullopt : store::read_household(reader, rows.front());
  return ref ? ref->id.text() : std::string();
}

}  // namespace

Shown review_links(store::Reader& reader, const Looker& looker, std::size_t at_most,
                   const ViewSink& sink) {
  Shown shown{{"link/review"}, {}};
  std::set<std::pair<store::PersonRow, store::PersonRow>> told;
  store::each_asked(reader, [&](const store::AskedPair& pair) {
    const auto one = store::link_of(reader, pair.one);
    const auto other = store::link_of(reader, pair.other);
    if (!one || !other || one->person == other->person) return true;
    const auto persons = std::minmax(one->person, other->person);
    if (store::are_split(reader, pair.one, pair.other) || !told.insert(persons).second) return true;
    if (!may_see(reader, persons.first, looker) || !may_see(reader, persons.second, looker))
      return true;
    const auto mine = store::read_person(reader, persons.first);
    const auto theirs = store::read_person(reader, persons.second);
    if (!mine || !theirs) return true;
    ViewLine line("question");
    line.id("person", mine->id).id("other", theirs->id);
    line.code("rule", name_of(static_cast<Why>(pair.doubt))).text("score", in_bits(pair.score));
    line.to(sink);
    shown.persons.push_back(mine->id);
    shown.persons.push_back(theirs->id);
    return --at_most > 0;
  });
  return shown;
}

std::optional<RecordRow> export_links(store::Reader& reader, const Looker& looker, RecordRow after,
                                      std::size_t at_most, const ViewSink& sink) {
  const auto rows = store::rows_with_facts(reader, after, at_most);
  for (const auto row : rows) {
    const auto stored = store::read_record(reader, row);
    const auto person = person_of(reader, row);
    if (!stored || !person || !may_see(reader, person->row, looker)) continue;
    std::string line;
    tsunagu::json::Writer json(line);
    json.begin_object();
    json.key("source");
    json.string(store::name_of_source(reader, stored->source));
    json.key("key");
    json.string(key_of(*stored));
    json.key("person");
    json.string(person->id.text());
    json.key("household");
    json.string(household_of(reader, person->row));
    json.end_object();
    sink(line);
  }
  if (rows.size() < at_most) return std::nullopt;
  return rows.back();
}

}  // namespace hub::service
