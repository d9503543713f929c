// What members of requests look like: one table, by which bodies and queries are checked and the
// description is written.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "hub/api/operations.hpp"
#include "hub/base/result.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::api {

enum class Shape : std::uint8_t {
  text,
  word,    ///< one of some
  id,      ///< a UUID
  day,     ///< 2026-04-10
  flag,    ///< true or false
  number,  ///< whole, not below 0
  texts,   ///< a list
  ids,     ///< a list
};

struct Member {
  std::string_view name;
  Shape shape = Shape::text;
  std::string_view words{};    ///< of a word: which, with blanks between
  std::string_view meaning{};  ///< in Japanese
  std::string_view verb{};     ///< where it looks otherwise than in other verbs
};

/// As the verb takes it; null for none of the table.
const Member* find_member(std::string_view verb, std::string_view name);
/// Of the table; for its tests.
std::span<const Member> all_members();

struct Wanted {
  const Member* member = nullptr;
  bool needed = false;
};
/// What an operation's body or query may say, in its order.
std::vector<Wanted> members_of(const Operation& operation);

/// `invalid` for a body that is no object, says what the operation does not know or lacks what it
/// needs, and for a value that looks otherwise; the text names the member and never the value.
base::Result<> check_body(const Operation& operation, tsunagu::json::View body);

/// Of a query, as the verb takes it in JSON; `invalid` for what does not look like that.
base::Result<> check_word(const Member& member, std::string_view value);

}  // namespace hub::api
