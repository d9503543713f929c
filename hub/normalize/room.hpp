// The room at the end of a building's text.
#pragma once

#include <string>
#include <string_view>

namespace hub::normalize {

/// Folded text: 201, A, 2-D, A-205 for "A棟205号室", "A205" and "A-205"; empty for a floor or none.
/// Whose house it is (高橋様方) does not count.
std::string room_of(std::string_view building);

}  // namespace hub::normalize
