#include "hub/service/view_links.hpp"

#include <set>

#include "hub/domain/record_kind.hpp"
#include "hub/linkage/explain.hpp"
#include "hub/linkage/levels.hpp"
#include "hub/service/link.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/received.hpp"
#include "hub/service/view_households.hpp"
#include "hub/store/households.hpp"
#include "hub/store/link_edges.hpp"
#include "hub/store/record_facts.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using store::RecordRow;

constexpr std::string_view answer_words[] = {"same", "perhaps", "different"};
constexpr std::string_view told_words[] = {"nothing", "doubtful", "apart", "same"};

/// What somebody may mean by a name: a person's records, or one.
std::vector<RecordRow> by_key(store::Reader& reader, std::string_view name) {
  const auto slash = name.find('/');
  if (slash == std::string_view::npos) return {};
  const auto kind = number_of(domain::RecordKind::person);
  for (const auto& feed : store::list_feeds(reader)) {
    if (store::name_of_source(reader, feed.source) != name.substr(0, slash)) continue;
    const auto id = store::record_id(reader.keys(), feed.row, kind, name.substr(slash + 1));
    const auto head = store::find_record(reader, feed.row, id);
    if (head && !head->removed) return {head->row};
  }
  return {};
}

std::vector<RecordRow> by_id(store::Reader& reader, const base::RecordId& id) {
  for (const auto& feed : store::list_feeds(reader)) {
    if (const auto head = store::find_record(reader, feed.row, id)) return {head->row};
  }
  return {};
}

std::vector<RecordRow> records_named(store::Reader& reader, std::string_view name) {
  std::vector<RecordRow> records;
  if (const auto id = base::PersonId::parse(name)) {
    if (const auto person = store::find_person(reader, *id)) {
      for (const auto& link : store::links_of(reader, person->row))
        records.push_back(link.record);
      return records;
    }
  }
  if (const auto id = base::RecordId::parse(name)) return by_id(reader, *id);
  return by_key(reader, name);
}

/// Those that can be compared and seen.
std::vector<RecordRow> seen_records(store::Reader& reader, const Looker& looker,
                                    std::string_view name) {
  auto records = records_named(reader, name);
  std::erase_if(records, [&](RecordRow record) {
    const auto link = store::link_of(reader, record);
    return !store::facts_of(reader, record) || !link || !may_see(reader, link->person, looker);
  });
  return records;
}

linkage::Decisions decisions_about(store::Reader& reader, const std::vector<RecordRow>& records) {
  linkage::Decisions decisions;
  for (const auto record : records) {
    const auto id = static_cast<linkage::RecordId>(record.value);
    for (const auto other : store::split_from(reader, record))
      decisions.tell_apart(id, static_cast<linkage::RecordId>(other.value));
    for (const auto other : store::joined_to(reader, record))
      decisions.join(id, static_cast<linkage::RecordId>(other.value));
  }
  return decisions;
}

struct Explained {
  RecordRow one;
  RecordRow other;
  linkage::Explanation why{};
};

/// The pair that agrees best; of two records, that one.
std::optional<Explained> explain_best(OpenRecords& open, const std::vector<RecordRow>& mine,
                                      const std::vector<RecordRow>& theirs) {
  const auto decisions = decisions_about(open.reader(), mine);
  const auto& weights = open.weights();
  std::optional<Explained> best;
  for (const auto one : mine) {
    for (const auto other : theirs) {
      const auto a = open.place_of(one);
      const auto b = open.place_of(other);
      if (!a || !b || one == other) continue;
      const auto why = linkage::explain(
          {open.population(), weights.scorer, weights.settings, decisions}, *a, *b);
      if (!best || why.answer < best->why.answer ||
          (why.answer == best->why.answer && why.score > best->why.score))
        best = Explained{one, other, why};
    }
  }
  return best;
}

std::string bits(linkage::Score score) {
  const auto tenths = score * 10 / linkage::one_bit;
  const auto whole = std::abs(tenths);
  return (tenths < 0 ? "-" : "+") + std::to_string(whole / 10) + "." + std::to_string(whole % 10);
}

void put_explained(store::Reader& reader, const Explained& explained, const ViewSink& sink) {
  const auto& why = explained.why;
  const auto one = store::link_of(reader, explained.one);
  const auto other = store::link_of(reader, explained.other);
  ViewLine line("pair");
  line.code("answer", answer_words[static_cast<std::size_t>(why.answer)]);
  line.flag("onePerson", one && other && one->person == other->person);
  line.text("score", bits(why.score)).text("prior", bits(why.prior));
  line.code("against", why.against == linkage::Origin::housemates ? "housemates" : "strangers");
  line.code("numbers", told_words[static_cast<std::size_t>(why.told)]);
  line.flag("clash", why.clash).flag("contradicted", why.contradicted);
  line.flag("joinedByOfficer", why.joined_by_officer);
  line.flag("toldApartByOfficer", why.told_apart_by_officer);
  line.to(sink);
  for (const auto& field : why.fields) {
    ViewLine of_field("field");
    of_field.code("field", linkage::name_of(field.field));
    of_field.code("level", linkage::level_name(field.field, field.level));
    of_field.text("weight", bits(field.weight)).flag("rare", field.rare);
    of_field.to(sink);
  }
}

void put_person(store::Reader& reader, RecordRow record, Shown& shown) {
  const auto link = store::link_of(reader, record);
  const auto person = link ? store::read_person(reader, link->person) : std::nullopt;
  if (person) shown.persons.push_back(person->id);
}

/// One household; of several the oldest.
std::string household_of(store::Reader& reader, store::PersonRow person) {
  const auto rows = store::households_of(reader, person);
  const auto ref = rows.empty() ? std::nullopt : store::read_household(reader, rows.front());
  return ref ? ref->id.text() : std::string();
}

/// As the source names it; of one whose content is not kept, its id.
std::string key_of(const store::StoredRecord& stored) {
  const auto record = stored.body ? read_body(*stored.body) : std::nullopt;
  return record ? std::string(record->key()) : stored.id.text();
}

}  // namespace

Result<Shown> explain_link(store::Reader& reader, const Context& context, const Looker& looker,
                           std::string_view a, std::string_view b, const ViewSink& sink) {
  const auto mine = seen_records(reader, looker, a);
  const auto theirs = seen_records(reader, looker, b);
  if (mine.empty() || theirs.empty())
    return fail(Kind::not_found, "no such record or person; see `link export`");
  const auto weights = context.weights();
  HiddenTokens hidden;
  hidden.look(reader, looker.at);
  OpenRecords open(reader, *weights, hidden);
  const auto explained = explain_best(open, mine, theirs);
  if (!explained) return fail(Kind::invalid, "/other: is the same record");
  put_explained(reader, *explained, sink);
  Shown shown{{"link/explained"}, {}};
  put_person(reader, explained->one, shown);
  put_person(reader, explained->other, shown);
  return shown;
}

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
    line.code("rule", name_of(static_cast<Why>(pair.doubt))).text("score", bits(pair.score));
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
    const auto link = store::link_of(reader, row);
    const auto stored = store::read_record(reader, row);
    const auto person = link ? store::read_person(reader, link->person) : std::nullopt;
    if (!stored || !person || !may_see(reader, link->person, looker)) continue;
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
    json.string(household_of(reader, link->person));
    json.end_object();
    sink(line);
  }
  if (rows.size() < at_most) return std::nullopt;
  return rows.back();
}

}  // namespace hub::service
