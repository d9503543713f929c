// Feed `care_plan`: 第2表 of the ケアプランデータ連携標準仕様, 22 flattened columns. Rows repeat
// their parents (課題 → 援助目標 → 援助内容); here they become one tree again.
#pragma once

#include "tsunagu/decode.hpp"

namespace kaigo {

/// `with_header`: the file begins with its column names (the published text does not say).
tsunagu::Outcome decode_care_plans(bool with_header, tsunagu::Input& input, tsunagu::Sink& sink);

}  // namespace kaigo
