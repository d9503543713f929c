// The rows of the table of operations, a topic a file, and how they are written.
#pragma once

#include <array>

#include "hub/api/operations.hpp"

namespace hub::api {

using Rows = std::span<const Operation>;
Rows case_operations();       ///< cases, plans, referrals, outreach, sheets
Rows person_operations();     ///< consents, households, links, signals, search
Rows meeting_operations();    ///< sittings, their papers and decisions
Rows community_operations();  ///< resources and matches
Rows office_operations();     ///< officers' decisions, incidents, counts, and the machine
Rows system_operations();     ///< what a partner's own system asks of the cases that it follows

struct Topic {
  std::string_view title;  ///< in Japanese
  Rows rows;
};
/// In the order in which the description tells of them.
std::array<Topic, 6> topics();

namespace rows {

using domain::AccountRole;
using domain::AccountRoles;
using http::Method;
using enum Relation;

inline constexpr AccountRoles officers(AccountRole::desk, AccountRole::coordinator,
                                       AccountRole::municipal);
inline constexpr AccountRoles convening(AccountRole::coordinator, AccountRole::municipal);
inline constexpr AccountRoles city(AccountRole::municipal);
inline constexpr AccountRoles keepers(AccountRole::machine_keeper);
inline constexpr AccountRoles counting(AccountRole::municipal, AccountRole::auditor);
inline constexpr AccountRoles auditing(AccountRole::auditor);
/// What a coordinator's own system does as its officers do, on the cases that it follows.
inline constexpr AccountRoles working(AccountRole::desk, AccountRole::coordinator,
                                      AccountRole::municipal, AccountRole::partner_system);
inline constexpr AccountRoles systems(AccountRole::partner_system);

/// What each row says first.
struct Who {
  std::string_view id;
  std::string_view verb;
  AccountRoles roles;
  Relation relation = none;
};

constexpr Operation read(std::string_view pattern, Who who, std::string_view summary,
                         std::string_view query = {}) {
  return {Method::get,  pattern,      who.id, who.verb, who.roles,
          who.relation, Effect::read, query,  summary};
}
constexpr Operation page(std::string_view pattern, Who who, std::string_view summary) {
  return {Method::get,  pattern,      who.id, who.verb, who.roles,
          who.relation, Effect::page, {},     summary};
}
constexpr Operation ask(std::string_view pattern, Who who, std::string_view summary,
                        std::string_view body = {}) {
  return {Method::post, pattern,     who.id, who.verb, who.roles,
          who.relation, Effect::ask, body,   summary};
}
constexpr Operation create(std::string_view pattern, Who who, std::string_view summary,
                           std::string_view body = {}) {
  return {Method::post, pattern,        who.id, who.verb, who.roles,
          who.relation, Effect::create, body,   summary};
}
constexpr Operation change(std::string_view pattern, Who who, std::string_view reading,
                           std::string_view summary, std::string_view body = {}) {
  return {Method::post, pattern,        who.id, who.verb, who.roles,
          who.relation, Effect::change, body,   summary,  reading};
}

}  // namespace rows
}  // namespace hub::api
