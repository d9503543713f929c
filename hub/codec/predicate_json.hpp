// A condition in the one predicate form, as JSON: what staff write about one resource. The same
// words as in the files of configuration (hub/profile/predicate.hpp).
//
//   {"all":[{"field":"age","in":["18-39"]},{"field":"certificate","in":["physical","statement"]}]}
#pragma once

#include "hub/base/result.hpp"
#include "hub/domain/predicate.hpp"
#include "tsunagu/json/document.hpp"

namespace hub::codec {

/// `invalid`, with a JSON Pointer below `/conditions`, for what the vocabulary does not know.
base::Result<domain::Predicate> predicate_from(tsunagu::json::View view,
                                               domain::Vocabulary vocabulary);

}  // namespace hub::codec
