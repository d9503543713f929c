// The notes of normalization in the operator's language.
#pragma once

#include "hub/cli/console.hpp"
#include "hub/normalize/note.hpp"

namespace hub::cli {

Text words_of(normalize::Note note) noexcept;

}  // namespace hub::cli
