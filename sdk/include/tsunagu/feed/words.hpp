// Words that the desks of all fields use.
#pragma once

#include <optional>
#include <string_view>

#include "tsunagu/feed/line.hpp"
#include "tsunagu/feed/vocabulary.hpp"
#include "tsunagu/record.hpp"

namespace tsunagu::feed {

/// 相談者続柄: who it is to the person, or in what office.
inline constexpr Vocabulary<record::CallerKind, 28> callers{
    {{"本人", record::CallerKind::self_},
     {"家族", record::CallerKind::family},
     {"父", record::CallerKind::family},
     {"母", record::CallerKind::family},
     {"父母", record::CallerKind::family},
     {"相談支援専門員", record::CallerKind::care_manager},
     {"配偶者", record::CallerKind::family},
     {"夫", record::CallerKind::family},
     {"妻", record::CallerKind::family},
     {"長男", record::CallerKind::family},
     {"次男", record::CallerKind::family},
     {"長女", record::CallerKind::family},
     {"次女", record::CallerKind::family},
     {"子", record::CallerKind::family},
     {"子の妻", record::CallerKind::family},
     {"子の夫", record::CallerKind::family},
     {"孫", record::CallerKind::family},
     {"兄弟姉妹", record::CallerKind::family},
     {"親族", record::CallerKind::family},
     {"民生委員", record::CallerKind::commissioner},
     {"ケアマネ", record::CallerKind::care_manager},
     {"ケアマネジャー", record::CallerKind::care_manager},
     {"医療機関", record::CallerKind::medical},
     {"警察", record::CallerKind::police},
     {"近隣", record::CallerKind::neighbour},
     {"学校", record::CallerKind::school},
     {"行政", record::CallerKind::government},
     {"その他", record::CallerKind::other}}};

/// 緊急度
inline constexpr Vocabulary<record::Urgency, 3> urgencies{{{"通常", record::Urgency::routine},
                                                           {"急ぐ", record::Urgency::soon},
                                                           {"至急", record::Urgency::immediate}}};

/// The urgency word of a cell; nothing, with a warning, where nobody knows it.
template <ColumnIndex Column>
record::Field<record::Urgency> urgency(Line& line, Column column) {
  if (!line.has(column)) return {};
  const record::Urgency* found = meaning(urgencies, line.value(column));
  if (found != nullptr) return *found;
  line.warn(column, "urgency.unknown", "知らない緊急度です。空欄として取り込みました");
  return {};
}

}  // namespace tsunagu::feed
