// 要介護度 and the two degrees of independence: the consultation export and LIFE write the same.
#pragma once

#include <optional>
#include <string_view>

#include "tsunagu/feed/line.hpp"
#include "tsunagu/record.hpp"

namespace kaigo {

/// By code or word; what nobody knows becomes 99 with a warning, its word beside it.
template <class Column>
tsunagu::record::CareLevel care_level_of(tsunagu::feed::Line& line, Column column);

/// 障害高齢者 / 認知症高齢者の日常生活自立度, by LIFE's code or by its word.
tsunagu::record::Observation elderly_degree(std::string_view written);
tsunagu::record::Observation dementia_degree(std::string_view written);

}  // namespace kaigo

#include "plugins/kaigo/words.hpp"
#include "tsunagu/feed/fields.hpp"

namespace kaigo {

template <class Column>
tsunagu::record::CareLevel care_level_of(tsunagu::feed::Line& line, Column column) {
  const CareLevelCode* code = tsunagu::feed::meaning(care_levels, line.value(column));
  if (code == nullptr) {
    line.warn(column, "care_level.unknown",
              "知らない要介護状態区分です。不明とし、元の語を残しました");
  }
  tsunagu::record::CareLevel level(code != nullptr ? *code : CareLevelCode::unknown);
  level.text = tsunagu::feed::own(line.value(column));
  return level;
}

}  // namespace kaigo
