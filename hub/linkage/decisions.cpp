#include "hub/linkage/decisions.hpp"

#include <algorithm>

namespace hub::linkage {
namespace {

using Others = std::unordered_map<RecordId, std::vector<RecordId>>;

void add_one(Others& others, RecordId of, RecordId other) {
  auto& list = others[of];
  const auto place = std::lower_bound(list.begin(), list.end(), other);
  if (place == list.end() || *place != other) list.insert(place, other);
}

void add(Others& others, RecordId a, RecordId b) {
  if (a == b) return;
  add_one(others, a, b);
  add_one(others, b, a);
}

void remove_one(Others& others, RecordId of, RecordId other) {
  const auto found = others.find(of);
  if (found == others.end()) return;
  std::erase(found->second, other);
  if (found->second.empty()) others.erase(found);
}

void remove(Others& others, RecordId a, RecordId b) {
  remove_one(others, a, b);
  remove_one(others, b, a);
}

}  // namespace

void Decisions::tell_apart(RecordId a, RecordId b) {
  add(apart_, a, b);
}

void Decisions::join(RecordId a, RecordId b) {
  add(together_, a, b);
}

void Decisions::forget(RecordId a, RecordId b) {
  remove(apart_, a, b);
  remove(together_, a, b);
}

bool Decisions::told_apart(RecordId a, RecordId b) const noexcept {
  const auto found = apart_.find(a);
  return found != apart_.end() && std::binary_search(found->second.begin(), found->second.end(), b);
}

std::vector<Decisions::Pair> Decisions::joined() const {
  std::vector<Pair> pairs;
  for (const auto& [record, others] : together_) {
    for (const auto other : others) {
      if (record < other) pairs.emplace_back(record, other);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

const std::vector<RecordId>& Decisions::joined_to(RecordId record) const noexcept {
  static const std::vector<RecordId> nobody;
  const auto found = together_.find(record);
  return found == together_.end() ? nobody : found->second;
}

}  // namespace hub::linkage
