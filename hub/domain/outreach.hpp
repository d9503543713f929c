// アウトリーチ (FHIR Encounter; 社会福祉法106条の4第2項4号): a visit to somebody who does not come
// to a desk, and whether he could be met.
#pragma once

#include <optional>
#include <string>

#include "hub/domain/coding.hpp"
#include "hub/domain/partial_date.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::domain {

struct OutreachRecord {
  std::string key;
  std::string person_key;
  std::string case_key;
  std::string plan_key;
  std::optional<Sealed<PartialDate>> at;
  std::optional<Sealed<std::string>> place;
  std::optional<Sealed<bool>> contact_made;
  std::optional<Sealed<Staff>> by;
  std::optional<Sealed<std::string>> result;
  std::optional<Sealed<std::string>> next;
};

}  // namespace hub::domain
