// `tsunagu gate decide`: one JSON object of facts a line in, one answer a line out, so that anyone
// can hold the gate against an oracle of his own.
#pragma once

#include <iosfwd>
#include <string_view>

#include "hub/domain/gate.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::cli {

/// A line that is no JSON object, holds a key that is no fact, a value that is no string, or a key
/// twice: deny `unknown_fact`. A fact that is missing, or whose word nobody knows, is unknown.
domain::Verdict answer_to(std::string_view line, tsunagu::json::Reader& reader);

/// One answer for each line, also for an empty or overlong one. Flushes when no further input is
/// waiting, so that a program that asks line by line gets its answer.
void answer_lines(std::istream& in, std::ostream& out);

}  // namespace hub::cli
