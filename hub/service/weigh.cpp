#include "hub/service/weigh.hpp"

#include <algorithm>
#include <iterator>

#include "hub/service/match_token.hpp"
#include "hub/store/link_words.hpp"
#include "hub/store/persons.hpp"

namespace hub::service {
namespace {

using linkage::Bond;
using linkage::Place;
using store::LinkEdge;
using store::RecordRow;

std::uint8_t number_of(Bond bond) {
  return static_cast<std::uint8_t>(bond);
}

/// The stronger bond; of two likenesses the surer.
void keep_best(const LinkEdge& edge, std::map<RecordRow, LinkEdge>& best) {
  const auto [known, fresh] = best.try_emplace(edge.other, edge);
  if (fresh) return;
  auto& mine = known->second;
  if (edge.bond < mine.bond || (edge.bond == mine.bond && edge.score > mine.score)) mine = edge;
}

crypto::Token block_of(crypto::Token token) {
  return token & ~passive_bit;
}

bool is_in(const linkage::Packed& row, const Block& block) {
  const auto key = linkage::block_key(block.blocking, row);
  return key != 0 && linkage::block_of(key) == block.key;
}

}  // namespace

void Weighing::moved(const std::vector<crypto::Token>& tokens, std::size_t rows) {
  members_.clear();
  for (const auto token : tokens) {
    if (is_kind(MatchKind::block, token)) stirred_[block_of(token)] += rows;
    if (is_kind(MatchKind::number, token)) ++stirred_[token];
  }
}

const Keys& Weighing::keys_of(RecordRow record) {
  const auto [known, fresh] = keys_.try_emplace(record);
  if (!fresh) return known->second;
  known->second.tokens = store::tokens_of(open_.reader(), record);
  if (const auto place = open_.place_of(record))
    known->second.blocks = blocks_of(open_.reader().keys(), open_.population().rows_of(*place));
  return known->second;
}

std::size_t Weighing::stir(crypto::Token token) const {
  const auto found = stirred_.find(is_kind(MatchKind::block, token) ? block_of(token) : token);
  return found == stirred_.end() ? 0 : found->second;
}

std::vector<RecordRow> Weighing::bearers_of(crypto::Token token, std::size_t limit) {
  return store::records_with(open_.reader(), token, limit + stir(token) + 1);
}

/// A count that is as far from the limit as rows came or went may have been on its other side.
void Weighing::note(const std::vector<RecordRow>& records, Count count, std::size_t limit,
                    std::size_t stirred) {
  if (stirred == 0 || count.most + stirred <= limit || count.least > limit + stirred) return;
  near_.insert(records.begin(), records.end());
}

Weighing::Count Weighing::count_all(const std::vector<RecordRow>& records) {
  Count count{records.size(), 0};
  for (const auto record : records) {
    if (const auto place = open_.place_of(record))
      count.most += open_.population().rows_of(*place).size();
  }
  return count;
}

const Weighing::Members& Weighing::members_of(const Block& block) {
  const auto [known, fresh] = members_.try_emplace(block.token);
  if (fresh) known->second = look_up(block);
  return known->second;
}

/// Where all wait for somebody who does not, nothing is compared, and nothing has to be counted.
Weighing::Members Weighing::look_up(const Block& block) {
  const auto limit = open_.weights().settings.most_in_block;
  Members members;
  if (has_twin(block.blocking)) {
    members = bearers_of(twin_of(block.token), limit);
    if (block.passive && members.empty()) return {};
  }
  const auto more = bearers_of(block.token, limit);
  members.insert(members.end(), more.begin(), more.end());
  const auto stirred = stir(block.token);
  if (members.size() > limit + stirred) return {};
  if (members.size() * most_names_of_record + stirred <= limit) return members;
  const auto rows = rows_in(block, members);
  note(members, {rows, rows}, limit, stirred);
  if (rows > limit) return {};
  return members;
}

std::size_t Weighing::rows_in(const Block& block, const Members& members) {
  std::size_t count = 0;
  for (const auto record : members) {
    const auto place = open_.place_of(record);
    if (!place) continue;
    const auto rows = open_.population().rows_of(*place);
    count += static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(),
                      [&block](const linkage::Packed& row) { return is_in(row, block); }));
  }
  return count;
}

void Weighing::compare(Place place, const Block& block, RecordRow other, Best& best) {
  const auto theirs = open_.place_of(other);
  if (!theirs || *theirs == place) return;
  const auto& [model, scorer, settings] = open_.weights();
  const auto& population = open_.population();
  const auto my_rows = population.row_range(place);
  const auto their_rows = population.row_range(*theirs);
  for (auto mine = my_rows.begin; mine < my_rows.end; ++mine) {
    if (!is_in(population.rows()[mine], block)) continue;
    for (auto row = their_rows.begin; row < their_rows.end; ++row) {
      if (!linkage::share_block(block.blocking, population.rows()[mine], population.rows()[row]))
        continue;
      const auto edge = linkage::likeness(population, scorer, settings, mine, row);
      if (edge) keep_best({other, number_of(Bond::likeness), edge->score, std::nullopt}, best);
    }
  }
}

void Weighing::add_likenesses(RecordRow record, Place place, Best& best) {
  for (const auto& block : keys_of(record).blocks) {
    for (const auto other : members_of(block)) {
      if (other != record) compare(place, block, other, best);
    }
  }
}

void Weighing::add_bond(Place place, RecordRow other, Bond bond, Best& best) {
  const auto theirs = open_.place_of(other);
  if (!theirs) return;
  const auto score =
      linkage::best_score(open_.population(), open_.weights().scorer, place, *theirs);
  keep_best({other, number_of(bond), score, std::nullopt}, best);
}

void Weighing::add_numbers(RecordRow record, Place place, Best& best) {
  const auto limit = open_.weights().settings.most_in_person;
  for (const auto number : of_kind(MatchKind::number, keys_of(record).tokens)) {
    const auto bearers = bearers_of(number, limit);
    note(bearers, {bearers.size(), bearers.size()}, limit, stir(number));
    if (bearers.size() > limit) continue;
    for (const auto other : bearers) {
      if (other != record) add_bond(place, other, Bond::number, best);
    }
  }
}

void Weighing::add_officers(RecordRow record, Place place, Best& best) {
  for (const auto other : store::joined_to(open_.reader(), record))
    add_bond(place, other, Bond::officer, best);
}

std::vector<LinkEdge> Weighing::edges_of(RecordRow record) {
  const auto place = open_.place_of(record);
  if (!place) return {};
  Best best;
  add_likenesses(record, *place, best);
  add_numbers(record, *place, best);
  add_officers(record, *place, best);
  const auto same = open_.weights().settings.same;
  std::vector<LinkEdge> edges;
  for (auto& [other, edge] : best) {
    if (edge.bond == number_of(Bond::likeness) && edge.score < same)
      edge.doubt = static_cast<std::uint8_t>(linkage::Doubt::likeness);
    edges.push_back(edge);
  }
  return edges;
}

void Weighing::look_behind(const std::vector<crypto::Token>& before,
                           const std::vector<crypto::Token>& now) {
  std::vector<crypto::Token> left;
  std::set_difference(before.begin(), before.end(), now.begin(), now.end(),
                      std::back_inserter(left));
  const auto& settings = open_.weights().settings;
  for (const auto token : left) {
    const bool number = is_kind(MatchKind::number, token);
    if (!number && !is_kind(MatchKind::block, token)) continue;
    const auto limit = number ? settings.most_in_person : settings.most_in_block;
    auto records = bearers_of(token, limit);
    if (!number) {
      const auto more = bearers_of(twin_of(token), limit);
      records.insert(records.end(), more.begin(), more.end());
    }
    const auto stirred = stir(token);
    if (records.size() * most_names_of_record + stirred <= limit) continue;
    const Count by_number{records.size(), records.size()};
    note(records, number ? by_number : count_all(records), limit, stirred);
  }
}

}  // namespace hub::service
