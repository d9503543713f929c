// Outside JSON held against a shape. Private to this folder.
#pragma once

#include <string_view>
#include <vector>

#include "tsunagu/json/check.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::codec {

struct Checked {
  tsunagu::json::Document document;
  std::vector<tsunagu::json::Problem> errors;
};

/// What the parser refused, as one problem with its place.
tsunagu::json::Problem problem_of(const tsunagu::json::ParseFailure& failure);

/// Parses and checks; unknown members are errors.
Checked checked_event(std::string_view body, std::size_t most_bytes,
                      const tsunagu::json::Shape& shape);

/// What a consent must say that no single member can: 個人情報保護法69条2項1号 wants a consent that
/// can be proved, and a scope that is said once.
void check_consent(tsunagu::json::View consent, const std::string& pointer,
                   tsunagu::json::Problems& problems);

}  // namespace hub::codec
