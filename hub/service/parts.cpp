#include "hub/service/parts.hpp"

#include "hub/service/protect.hpp"
#include "hub/store/link_words.hpp"
#include "hub/store/persons.hpp"

namespace hub::service {
namespace {

using linkage::Place;
using store::RecordRow;

std::uint64_t id_of(RecordRow record) {
  return static_cast<std::uint64_t>(record.value);
}

/// Who is named on one side of an entry of the register is never the one on its other.
void part_who_hide(OpenRecords& open, const std::set<RecordRow>& part, base::UtcMillis at,
                   linkage::Decisions& decisions) {
  if (!open.anybody_hidden()) return;
  std::vector<std::pair<RecordRow, std::vector<store::Protection>>> named;
  for (const auto record : part) {
    auto entries = protections_of(open.reader(), store::tokens_of(open.reader(), record), at);
    if (!entries.empty()) named.emplace_back(record, std::move(entries));
  }
  for (const auto& one : named) {
    for (const auto& other : named) {
      if (one.first < other.first && hides(one.second, other.second))
        decisions.tell_apart(id_of(one.first), id_of(other.first));
    }
  }
}

linkage::Decisions decisions_about(OpenRecords& open, const std::set<RecordRow>& part,
                                   base::UtcMillis at) {
  linkage::Decisions decisions;
  for (const auto record : part) {
    for (const auto other : store::split_from(open.reader(), record)) {
      if (part.contains(other)) decisions.tell_apart(id_of(record), id_of(other));
    }
  }
  part_who_hide(open, part, at, decisions);
  return decisions;
}

std::vector<linkage::Edge> bonds_of(OpenRecords& open, Edges& edges,
                                    const std::set<RecordRow>& part) {
  std::vector<linkage::Edge> bonds;
  for (const auto record : part) {
    for (const auto& edge : edges.of(record)) {
      if (edge.other < record || !edges.is_bond(edge)) continue;
      const auto mine = open.place_of(record);
      const auto theirs = open.place_of(edge.other);
      if (mine && theirs)
        bonds.push_back({*mine, *theirs, edge.score, static_cast<linkage::Bond>(edge.bond)});
    }
  }
  return bonds;
}

Settled from_places(OpenRecords& open, const std::set<RecordRow>& part,
                    const std::vector<Place>& person,
                    const std::vector<linkage::Question>& questions) {
  std::map<RecordRow, std::vector<RecordRow>> persons;
  for (const auto record : part) {
    const auto place = open.place_of(record);
    if (place) persons[open.record_at(person[*place])].push_back(record);
  }
  Settled settled;
  for (auto& [first, records] : persons)
    settled.persons.push_back(std::move(records));
  for (const auto& one : questions)
    settled.asked.push_back({open.record_at(one.a), open.record_at(one.b), one.doubt});
  return settled;
}

}  // namespace

const std::vector<store::LinkEdge>& Edges::of(RecordRow record) {
  const auto known = known_.find(record);
  if (known != known_.end()) return known->second;
  return known_.emplace(record, store::edges_of(reader_, record)).first->second;
}

bool Edges::is_bond(const store::LinkEdge& edge) const noexcept {
  return linkage::is_bond({0, 0, edge.score, static_cast<linkage::Bond>(edge.bond)}, settings_);
}

std::set<RecordRow> Edges::part_of(RecordRow record) {
  std::set<RecordRow> part{record};
  std::vector<RecordRow> todo{record};
  while (!todo.empty()) {
    const auto next = todo.back();
    todo.pop_back();
    for (const auto& edge : of(next)) {
      if (is_bond(edge) && part.insert(edge.other).second) todo.push_back(edge.other);
    }
  }
  return part;
}

Settled settle_records(OpenRecords& open, Edges& edges, const std::set<RecordRow>& part,
                       base::UtcMillis at) {
  auto bonds = bonds_of(open, edges, part);
  if (bonds.empty()) {
    Settled alone;
    for (const auto record : part)
      alone.persons.push_back({record});
    return alone;
  }
  const auto decisions = decisions_about(open, part, at);
  auto& person = open.person();
  for (const auto record : part) {
    if (const auto place = open.place_of(record)) person[*place] = *place;
  }
  std::vector<linkage::Question> questions;
  const auto& weights = open.weights();
  linkage::settle_part({open.population(), weights.scorer, weights.settings, decisions}, bonds,
                       person, questions);
  return from_places(open, part, person, questions);
}

}  // namespace hub::service
