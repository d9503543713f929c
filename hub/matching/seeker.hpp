// Whom a resource is looked for, and what a resource offers: as far as matching needs either.
#pragma once

#include <bitset>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "hub/domain/matching.hpp"
#include "hub/domain/resource.hpp"

namespace hub::matching {

using domain::ResourceId;
/// A bit for each domain::Day.
using Days = std::bitset<8>;
using Words = std::vector<std::string>;

/// Needs, wishes and pace of one person. What is not known has no value.
struct Seeker {
  std::optional<domain::WholeRange> age;
  std::optional<Words> sex;
  std::optional<Words> certificates;
  std::optional<Words> concerns;
  std::optional<Words> groups;
  std::optional<bool> plan_decided;
  std::optional<bool> introduced;
  std::optional<int> visits;  ///< a month
  std::string town;
  std::string area;
  std::string city;
  std::optional<Days> days;
  std::optional<bool> needs_transport;

  Words kinds;   ///< of resources, where the request names them
  Words wishes;  ///< 見学可, 短時間可, 無料 …
};

struct Offer {
  ResourceId id;
  Words kinds;
  Words fields;    ///< 対象_分野
  Words features;  ///< what a wish may name: 受入配慮, バリアフリー, 費用区分, 送迎
  Words fees;
  std::string town;
  std::string area;
  std::string city;
  std::optional<Days> days;
  std::optional<int> occasions;  ///< a month
  std::optional<domain::Places> places;
  std::optional<bool> transport;
  std::optional<bool> participation;
  bool staff_only = true;
  std::optional<std::chrono::sys_days> confirmed;
  domain::Predicate conditions;  ///< the resource's own
};

}  // namespace hub::matching
