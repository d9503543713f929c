// One request of the API as the request of the verb that does the work.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/api/operations.hpp"
#include "hub/base/result.hpp"
#include "hub/http/message.hpp"

namespace hub::api {

using Words = std::vector<std::pair<std::string, std::string>>;

/// What the path names: `plan` and its id.
Words path_words(const Operation& operation, const http::Request& request);

/// The query's words, each known, at most once and as the operation says; `invalid` otherwise.
/// Letters, digits and `-_.` stand in a value: no value of a person belongs into an address.
base::Result<Words> query_words(const Operation& operation, const http::Request& request);

struct VerbWords {
  const Operation& operation;
  std::string_view verb;
  Words texts;                        ///< of the path, the query and the tag
  std::optional<std::int64_t> limit;  ///< of a page
};
/// With the members of the body, an object that says what the operation knows, or nothing where it
/// needs nothing; `invalid` otherwise.
base::Result<std::string> verb_request(const VerbWords& words, std::string_view body);

}  // namespace hub::api
