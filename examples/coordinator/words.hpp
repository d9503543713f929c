// The words that an officer reads for the codes of the wire.
#pragma once

#include <string_view>

namespace coordinator {

/// 「要介護1」 for `21` of `code` in a `careLevel`; text that is no code stays as it is. `parent`:
/// the field that holds this one, or the record's kind.
std::string_view word_of(std::string_view parent, std::string_view field, std::string_view code);

}  // namespace coordinator
