// A cell of a table that holds several words with blanks between them.
#pragma once

#include <string_view>
#include <vector>

namespace hub::base {

/// Borrowed from the text; none of an empty one.
std::vector<std::string_view> words_in(std::string_view text);

}  // namespace hub::base
