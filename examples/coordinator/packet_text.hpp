// A packet as a coordinator reads it: in Japanese, one person after the other, with a mark where
// something is withheld.
#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace coordinator {

/// `{"referralId":…,"records":[{"kind":…,"person":…,"fields":{…}}]}`. Records of one pseudonym
/// stand together as 対象者1, 対象者2 in the order in which they first appear, the others under
/// その他; `{"dataAbsentReason":"masked"}` in place of a value becomes a mark. Takes any JSON:
/// names without a label are printed as they are, ids that only programs need are not, and what is
/// not as expected is left out or printed as JSON.
std::string packet_text(const boost::json::value& packet);

}  // namespace coordinator
