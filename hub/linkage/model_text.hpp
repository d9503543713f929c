// A model as a file that a person can read: each share in its own line. The service writes and
// reads the file; here is only its text.
//
//     tsunagu linkage model 1
//     records 250000
//     prior same -16.2
//     share same family same 0.91
//     rarest family.reading 128
//     rarity family.reading 00000000002a1f07 41
#pragma once

#include <string>
#include <string_view>

#include "hub/base/result.hpp"
#include "hub/linkage/model.hpp"

namespace hub::linkage {

/// Its name in the data folder.
inline constexpr std::string_view model_file = "linkage.model";

/// The same text for the same model, whatever the order in its tables.
std::string format_model(const Model& model);

/// A Failure names the line. A file of another version, a share outside 0 to 1, a field's shares
/// that don't sum to 1 (to a thousandth), an unknown word or a level left out are refused.
base::Result<Model> parse_model(std::string_view text);

}  // namespace hub::linkage
