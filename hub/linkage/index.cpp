#include "hub/linkage/index.hpp"

#include <algorithm>
#include <tuple>

namespace hub::linkage {

Index::Index(const Model& model, const Settings& settings)
    : model_(model), settings_(settings), scorer_(model) {}

std::optional<Place> Index::place_of(RecordId id) const {
  const auto found = places_.find(id);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<RecordId> Index::person_of(RecordId id) const {
  const auto place = place_of(id);
  return place ? std::optional(population_.id(person_[*place])) : std::nullopt;
}

void Index::put(const PersonFacts& facts) {
  Places touched;
  if (const auto old = place_of(facts.id)) drop(*old, touched);
  const auto place = population_.add(facts, {model_});
  person_.push_back(place);
  part_of_.push_back(place);
  places_[facts.id] = place;
  add(place, touched);
  judge(touched);
}

void Index::remove(RecordId id) {
  const auto place = place_of(id);
  if (!place) return;
  Places touched;
  drop(*place, touched);
  judge(touched);
}

void Index::tell_apart(RecordId a, RecordId b) {
  decisions_.tell_apart(a, b);
  touch_pair(a, b);
}

void Index::join(RecordId a, RecordId b) {
  decisions_.join(a, b);
  touch_pair(a, b);
}

void Index::forget(RecordId a, RecordId b) {
  decisions_.forget(a, b);
  touch_pair(a, b);
}

void Index::touch_pair(RecordId a, RecordId b) {
  Places touched;
  for (const auto id : {a, b}) {
    if (const auto place = place_of(id)) touched.insert(*place);
  }
  judge(touched);
}

/// Blocks and numbers of the record that have just `over` bearers: those on the other side of a
/// limit than a moment ago.
void Index::touch_limits(Place record, std::size_t over, Places& touched) const {
  std::vector<std::uint32_t> found;
  const auto limit = settings_.most_in_block + over;
  const auto rows = population_.row_range(record);
  for (auto row = rows.begin; row < rows.end; ++row) {
    for (std::size_t i = 0; i < blocking_count; ++i) {
      blocks_.find(population_, static_cast<Blocking>(i), row, limit + 1, found);
      if (found.size() < settings_.most_in_block || found.size() > limit + 1) continue;
      for (const auto other : found)
        touched.insert(population_.record_of(other));
    }
  }
  for (const auto number : population_.numbers_of(record)) {
    const auto bearers = bearers_.find(number);
    if (bearers == bearers_.end()) continue;
    const auto size = bearers->second.size();
    if (size < settings_.most_in_person || size > settings_.most_in_person + 1) continue;
    touched.insert(bearers->second.begin(), bearers->second.end());
  }
}

void Index::add(Place record, Places& touched) {
  const auto rows = population_.row_range(record);
  for (auto row = rows.begin; row < rows.end; ++row)
    blocks_.add(population_, row);
  for (const auto number : population_.numbers_of(record))
    bearers_[number].push_back(record);
  touch_limits(record, rows.end - rows.begin, touched);
  touched.insert(record);
}

void Index::drop(Place record, Places& touched) {
  touch_limits(record, population_.rows_of(record).size(), touched);
  const auto rows = population_.row_range(record);
  for (auto row = rows.begin; row < rows.end; ++row)
    blocks_.remove(population_, row);
  for (const auto number : population_.numbers_of(record))
    std::erase(bearers_[number], record);
  places_.erase(population_.id(record));
  if (const auto edges = edges_.find(record); edges != edges_.end()) {
    for (const auto& edge : edges->second)
      touched.insert(edge.a == record ? edge.b : edge.a);
  }
  touched.insert(record);
}

void Index::add_likenesses(Place record, std::vector<Edge>& edges) const {
  const auto rows = population_.rows();
  std::vector<std::uint32_t> found;
  const auto mine = population_.row_range(record);
  for (auto place = mine.begin; place < mine.end; ++place) {
    for (std::size_t i = 0; i < blocking_count; ++i) {
      const auto blocking = static_cast<Blocking>(i);
      blocks_.find(population_, blocking, place, settings_.most_in_block + 1, found);
      if (found.size() > settings_.most_in_block) continue;
      for (const auto other : found) {
        if (!share_block(blocking, rows[place], rows[other])) continue;
        if (const auto edge = likeness(population_, scorer_, settings_, place, other))
          edges.push_back(*edge);
      }
    }
  }
}

void Index::add_numbers(Place record, std::vector<Edge>& edges) const {
  for (const auto number : population_.numbers_of(record)) {
    const auto& bearers = bearers_.at(number);
    if (bearers.size() > settings_.most_in_person) continue;
    for (const auto other : bearers) {
      if (other == record) continue;
      const auto score = best_score(population_, scorer_, record, other);
      edges.push_back({record, other, score, Bond::number});
    }
  }
}

void Index::add_officers(Place record, std::vector<Edge>& edges) const {
  for (const auto id : decisions_.joined_to(population_.id(record))) {
    const auto other = place_of(id);
    if (!other) continue;
    const auto score = best_score(population_, scorer_, record, *other);
    edges.push_back({record, *other, score, Bond::officer});
  }
}

std::vector<Edge> Index::edges_of(Place record) const {
  std::vector<Edge> edges;
  if (place_of(population_.id(record)) != record) return edges;
  add_likenesses(record, edges);
  put_smaller_first(population_, edges);
  keep_best(edges);
  const auto likely = edges.size();
  add_numbers(record, edges);
  add_officers(record, edges);
  put_smaller_first(population_, std::span(edges).subspan(likely));
  return edges;
}

void Index::unbind(Place record) {
  const auto found = edges_.find(record);
  if (found == edges_.end()) return;
  for (const auto& edge : found->second) {
    const auto other = edge.a == record ? edge.b : edge.a;
    auto& theirs = edges_[other];
    std::erase_if(theirs, [&](const Edge& one) { return one.a == record || one.b == record; });
  }
  edges_.erase(record);
}

void Index::bind(const Edge& edge) {
  edges_[edge.a].push_back(edge);
  edges_[edge.b].push_back(edge);
}

void Index::judge_one(Place record) {
  unbind(record);
  for (const auto& edge : edges_of(record))
    bind(edge);
}

/// Whoever was in a part with a touched record, or is now, is settled again.
void Index::judge(const Places& touched) {
  Places seeds;
  const auto add_part = [&](Place record) {
    seeds.insert(record);
    const auto part = parts_.find(part_of_[record]);
    if (part != parts_.end())
      seeds.insert(part->second.members.begin(), part->second.members.end());
  };
  for (const auto record : touched) {
    add_part(record);
    judge_one(record);
  }
  for (const auto record : touched) {
    const auto found = edges_.find(record);
    if (found == edges_.end()) continue;
    for (const auto& edge : found->second) {
      if (is_bond(edge, settings_)) add_part(edge.a == record ? edge.b : edge.a);
    }
  }
  settle(seeds);
}

void Index::settle(const Places& seeds) {
  for (const auto record : seeds)
    parts_.erase(part_of_[record]);
  for (const auto record : seeds) {
    part_of_[record] = record;
    person_[record] = record;
  }
  auto open = seeds;
  for (const auto record : seeds) {
    if (open.contains(record)) settle_one(record, open);
  }
}

/// The part of which `seed` is a member; all of it is among the open.
void Index::settle_one(Place seed, Places& open) {
  std::vector<Edge> bonds;
  Part part;
  std::vector<Place> todo{seed};
  open.erase(seed);
  while (!todo.empty()) {
    const auto record = todo.back();
    todo.pop_back();
    part.members.push_back(record);
    const auto found = edges_.find(record);
    if (found == edges_.end()) continue;
    for (const auto& edge : found->second) {
      if (!is_bond(edge, settings_)) continue;
      if (edge.a == record) bonds.push_back(edge);
      const auto other = edge.a == record ? edge.b : edge.a;
      if (open.erase(other) != 0) todo.push_back(other);
    }
  }
  if (part.members.size() == 1) return;
  settle_part({population_, scorer_, settings_, decisions_}, bonds, person_, part.questions);
  for (const auto record : part.members)
    part_of_[record] = seed;
  parts_.emplace(seed, std::move(part));
}

std::vector<Question> Index::questions() const {
  std::vector<Question> questions;
  for (const auto& [seed, part] : parts_)
    questions.insert(questions.end(), part.questions.begin(), part.questions.end());
  for (const auto& [record, edges] : edges_) {
    for (const auto& edge : edges) {
      if (edge.a == record && !is_bond(edge, settings_))
        questions.push_back({edge.a, edge.b, edge.score, Doubt::likeness});
    }
  }
  return questions_about_persons(population_, person_, decisions_, std::move(questions));
}

}  // namespace hub::linkage
