// The parts of check_profile, one idea a file.
#pragma once

#include "hub/domain/legal_basis.hpp"
#include "hub/profile/profile.hpp"

namespace hub::profile {

/// 団体コード and its check digit; codes that stand twice.
void check_codes(const Profile& profile, Problems& problems);
/// Every Ref names something.
void check_references(const Profile& profile, Problems& problems);
/// Areas of one layer share no town; an area is whole or has towns.
void check_areas(const Profile& profile, Problems& problems);
/// Periods, successions, and days on which a field has no desk for an area.
void check_times(const Profile& profile, Problems& problems);
/// Routes, coordinators and the desks they name fit together.
void check_routes(const Profile& profile, Problems& problems);
/// Functions that the law knows and the convener may convene; choice, secrecy.
void check_forums(const Profile& profile, const domain::LegalBases& bases, Problems& problems);
/// Ground, scope and transport of every source; the protection register or its reason.
void check_sources(const Profile& profile, Problems& problems);
/// Keys, addresses and encryption of every partner.
void check_partners(const Profile& profile, Problems& problems);

/// "url" of a poll or a partner: https, or http to a loopback address where `plain_http`.
bool is_acceptable_url(std::string_view url, bool plain_http);
/// Names a secret: lower-case letters, digits and hyphens, at most 64; never a secret itself.
void check_secret_name(const std::string& name, const Place& at, Problems& problems);

/// Calls `visit(period, place)` for everything that has a period.
template <class Visit>
void each_period(const Profile& profile, Visit&& visit) {
  const auto all = [&visit](const auto& list) {
    for (const auto& one : list)
      visit(one.period, one.at);
  };
  all(profile.municipality.sections);
  all(profile.operators);
  all(profile.agencies);
  all(profile.desks);
  all(profile.areas);
  all(profile.routes);
  all(profile.coordinators);
  all(profile.appointments);
  all(profile.forums);
  all(profile.tables);
  all(profile.sources);
  all(profile.partners);
}

}  // namespace hub::profile
