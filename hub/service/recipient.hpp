// Who would receive: a desk of the profile, with the groups that a consent may name it by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/facts.hpp"
#include "hub/profile/profile.hpp"
#include "hub/profile/route.hpp"

namespace hub::service {

struct Recipient {
  const profile::Desk* desk = nullptr;        ///< borrowed from the profile
  const profile::Partner* partner = nullptr;  ///< who answers for it; null: nobody can be reached
  std::string agency;
  std::vector<std::string> groups;   ///< desk, agency, operator, and groups of consent_forms.yaml
  std::vector<std::string> units{};  ///< of the same house, which a consent does not name by it
  domain::RecipientKind kind = domain::RecipientKind::unknown;
  bool known = true;  ///< to the profile, so that it can be said whom it serves
};

/// 多機関協働 (第5号): a referral to it needs consent or a 支援会議.
bool is_coordinator(const profile::Desk& desk);

Recipient recipient_of(const profile::Profile& profile, const profile::Desk& desk,
                       profile::Day day);

/// The desk of that code, or that stands for the agency of that code on that day; null for neither.
const profile::Desk* desk_of(const profile::Profile& profile, std::string_view code,
                             profile::Day day);

/// What somebody typed as つなぎ先: a desk, an agency by code or name (its coordinating desk before
/// others), a partner. Capitals do not count. A desk that is no more stands for the one that took
/// over its work. Null for anything else.
const profile::Desk* desk_named(const profile::Profile& profile, std::string_view typed,
                                profile::Day day);

/// ASCII capitals as small letters.
std::string lowered(std::string_view text);

}  // namespace hub::service
