// What one held record tells for patterns (DOMAIN 5.5): codes, days and 続柄. Of a record whose
// source keeps keys only it is nothing but that the record is there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/base/clock.hpp"
#include "hub/codec/record.hpp"
#include "hub/domain/household_hint.hpp"
#include "hub/domain/partial_date.hpp"
#include "hub/linkage/home_facts.hpp"

namespace hub::service {

struct ToldRelative {
  std::string person_key;  ///< empty: known by relationship and age only
  std::string relationship;
  std::optional<int> age;
  domain::HouseholdRole role = domain::HouseholdRole::unknown;
  domain::Cohabiting cohabiting = domain::Cohabiting::unknown;
};

/// Who came about somebody; nobody where that may be who reported an abuse.
struct ToldCaller {
  std::string relationship;
  std::string name;
};

struct ToldOf {
  bool over = false;    ///< closed, resolved, refuted
  bool asks = false;    ///< somebody was asked for help, or is entitled to it
  bool youtai = false;  ///< 要対協 material
  bool died = false;
  bool hidden = false;           ///< says that the address must not be known
  std::string key;               ///< of a consultation
  std::string consultation_key;  ///< that it is part of
  std::optional<domain::PartialDate> born;
  linkage::Sex sex = linkage::Sex::unknown;
  std::vector<std::string> concerns;
  std::vector<std::string> care_levels;
  std::vector<std::string> certificates;
  std::vector<std::string> support_categories;
  std::vector<ToldRelative> relatives;
  std::vector<std::string> names;  ///< of a person, and their readings, as written
  std::optional<ToldCaller> caller;
};

/// Of any kind, on that moment's day in Japan.
ToldOf told_of(const codec::Record& record, base::UtcMillis at);
/// Of one whose body is not kept.
ToldOf told_of(domain::RecordKind kind);

}  // namespace hub::service
