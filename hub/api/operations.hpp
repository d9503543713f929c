// The one table of the API: each route with the verb that does the work, who may ask for it, and
// how he must stand to what he asks about. Read by the router, the check of rights, the test matrix
// and the test of the description. What is not here is refused.
#pragma once

#include <span>
#include <string_view>

#include "hub/domain/account_role.hpp"
#include "hub/http/header_check.hpp"

namespace hub::api {

/// How the officer must stand to what the path names, beyond his role.
enum class Relation : std::uint8_t {
  none,  ///< nothing of a person; or the verb itself asks (a sitting's keeper, an offer's maker)
  own_case,  ///< he works on the case, or on the case of the plan or the referral
};

enum class Effect : std::uint8_t {
  read,
  page,     ///< read, by pages: `limit` and `cursor` in the query
  create,   ///< wants Idempotency-Key; answers 201
  change,   ///< wants If-Match with the tag that reading told; 412 where it is another by now
  advance,  ///< a change of a plan: the tag is its revision, compared in the same transaction
};

struct Operation {
  http::Method method = http::Method::get;
  std::string_view pattern;  ///< each {name} goes into the verb's member of that name
  std::string_view id;       ///< operationId
  std::string_view verb;
  domain::AccountRoles roles;
  Relation relation = Relation::none;
  Effect effect = Effect::read;
  std::string_view reading{};  ///< of a change: the verb whose answer bears the tag
  std::string_view query{};    ///< members that may stand in the query, besides a page's
};

std::span<const Operation> operations();

}  // namespace hub::api
