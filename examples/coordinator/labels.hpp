// The hub's names in the words that a coordinator reads; the words are the schema's titles.
#pragma once

#include <string_view>

namespace coordinator {

/// Of a field; the name itself where we have none.
std::string_view label_of(std::string_view field);
/// Of a record's kind, as a heading.
std::string_view heading_of(std::string_view kind);

}  // namespace coordinator
