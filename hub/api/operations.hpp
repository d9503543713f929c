// The one table of the API: each route with the verb that does the work, who may ask for it, how he
// must stand to what he asks about, and what its body may say. Read by the router, the check of
// rights and of bodies, the test matrix and the description. What is not here is refused.
#pragma once

#include <span>
#include <string_view>

#include "hub/domain/account_role.hpp"
#include "hub/http/header_check.hpp"

namespace hub::api {

/// How the officer must stand to what the path names first, beyond his role.
enum class Relation : std::uint8_t {
  none,  ///< nothing of a person; or the verb itself asks (a sitting's keeper, an offer's maker)
  own_case,    ///< he works on the case, or on that of the plan, the referral or the outreach
  own_person,  ///< he works on a case about the person; of a match: or has offered it
  own_desk,    ///< he works for the desk
  member,      ///< he works for somebody who has a seat of that sitting, and has not left it
  city_staff,  ///< his desk is one that the municipality runs itself
  decides,     ///< hub.yaml lets him decide on sharing without consent
};

/// "own_case" …
std::string_view name_of(Relation relation) noexcept;

enum class Effect : std::uint8_t {
  read,
  page,     ///< read, by pages: `limit` and `cursor` in the query
  ask,      ///< reads by a body, so that nothing of a person stands in an address
  create,   ///< wants Idempotency-Key; answers 201
  change,   ///< wants If-Match with the tag that reading told; 412 where it is another by now
  advance,  ///< a change of a plan: the tag is its revision
};

struct Operation {
  http::Method method = http::Method::get;
  std::string_view pattern;  ///< each {name} goes into the verb's member of that name
  std::string_view id;       ///< operationId
  std::string_view verb;
  domain::AccountRoles roles;
  Relation relation = Relation::none;
  Effect effect = Effect::read;
  std::string_view members{};  ///< of the body, or of the query: `planKind! goals`, ! must be there
  std::string_view summary{};  ///< in Japanese
  std::string_view reading{};  ///< of a change: the verb whose answer bears the tag
};

/// Whether what it says stands in a body.
constexpr bool has_body(const Operation& operation) {
  return operation.method != http::Method::get;
}

std::span<const Operation> operations();

}  // namespace hub::api
