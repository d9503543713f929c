// Which rules made a key. Whoever keeps keys keeps this beside them, and makes them anew where the
// program's differs.
#pragma once

#include <span>
#include <string>

namespace hub::normalize {

/// Raised with every change of the code that changes a key; tests/hub/normalize/testdata/keys.tsv
/// holds keys of this version.
inline constexpr int rules_version = 2;

/// "2-8c41…": the rules and the tables that they read. A municipality that is given another table
/// has other keys without another program. Short enough for a column; tells nothing of any person.
std::string keys_version(std::span<const std::string> table_texts);

}  // namespace hub::normalize
