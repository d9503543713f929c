// Where a referral goes: to the つなぎ先 that somebody typed, else as the municipality's profile
// says for field, town and day. Where that leaves a choice, a person makes it among the candidates.
// Pure.
#pragma once

#include <string>
#include <vector>

#include "hub/normalize/tables.hpp"
#include "hub/profile/profile.hpp"

namespace hub::service {

struct WantedWay {
  std::string recipient;  ///< つなぎ先 as typed: a desk, an agency, a partner, or a field; or empty
  bool coordinator = false;  ///< a reason a–e was given: they are for 多機関協働 (小林市)
  std::string field;         ///< of whoever refers
  std::string address;       ///< where the person lives now; empty where that must not be told
};

struct Way {
  const profile::Desk* desk = nullptr;  ///< borrowed from the profile; null: a person chooses
  std::vector<const profile::Desk*> candidates;
  std::string why;  ///< why a person has to choose, in Japanese
};

Way way_of(const profile::Profile& profile, const normalize::Tables& tables,
           const WantedWay& wanted, profile::Day day);

}  // namespace hub::service
