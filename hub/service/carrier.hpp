// With what a copy of a person's data went, in the words of the log and of a view.
#pragma once

#include <string>
#include <vector>

#include "hub/service/view.hpp"
#include "hub/store/stop_notices.hpp"

namespace hub::service {

/// `referral/<id>`; or `sitting/<id>`, `agenda/<id>` and `seat/<id>`.
std::vector<std::string> objects_of(store::Reader& reader, const store::Carrier& carrier);

/// The same as members of a line, and the day of the sitting.
void put_carrier(ViewLine& line, store::Reader& reader, const store::Carrier& carrier);

}  // namespace hub::service
