// The field's own words and codes (総合相談, LIFE), and what they are in the common schema.
#pragma once

#include <string_view>

#include "tsunagu/feed/vocabulary.hpp"
#include "tsunagu/record.hpp"

namespace kaigo {

using tsunagu::feed::Vocabulary;
using tsunagu::record::CareLevelCode;
using tsunagu::record::ChannelCode;

/// 受付方法
inline constexpr Vocabulary<ChannelCode, 6> channels{{{"来所", ChannelCode::visit},
                                                      {"電話", ChannelCode::phone},
                                                      {"訪問", ChannelCode::home_visit},
                                                      {"文書", ChannelCode::letter},
                                                      {"メール", ChannelCode::email},
                                                      {"その他", ChannelCode::other}}};

/// 要介護状態区分: LIFE's codes, and the words some vendors write.
inline constexpr Vocabulary<CareLevelCode, 19> care_levels{
    {{"01", CareLevelCode::not_eligible},
     {"06", CareLevelCode::project_eligible},
     {"11", CareLevelCode::transitional},
     {"12", CareLevelCode::support_1},
     {"13", CareLevelCode::support_2},
     {"21", CareLevelCode::care_1},
     {"22", CareLevelCode::care_2},
     {"23", CareLevelCode::care_3},
     {"24", CareLevelCode::care_4},
     {"25", CareLevelCode::care_5},
     {"非該当", CareLevelCode::not_eligible},
     {"事業対象者", CareLevelCode::project_eligible},
     {"要支援１", CareLevelCode::support_1},
     {"要支援２", CareLevelCode::support_2},
     {"要介護１", CareLevelCode::care_1},
     {"要介護２", CareLevelCode::care_2},
     {"要介護３", CareLevelCode::care_3},
     {"要介護４", CareLevelCode::care_4},
     {"要介護５", CareLevelCode::care_5}}};

/// 障害高齢者の日常生活自立度: LIFE's code of each word.
inline constexpr Vocabulary<std::string_view, 9> elderly_degrees{{{"自立", "1"},
                                                                  {"J1", "2"},
                                                                  {"J2", "3"},
                                                                  {"A1", "4"},
                                                                  {"A2", "5"},
                                                                  {"B1", "6"},
                                                                  {"B2", "7"},
                                                                  {"C1", "8"},
                                                                  {"C2", "9"}}};

/// 認知症高齢者の日常生活自立度
inline constexpr Vocabulary<std::string_view, 8> dementia_degrees{{{"自立", "1"},
                                                                   {"Ⅰ", "2"},
                                                                   {"Ⅱa", "3"},
                                                                   {"Ⅱb", "4"},
                                                                   {"Ⅲa", "5"},
                                                                   {"Ⅲb", "6"},
                                                                   {"Ⅳ", "7"},
                                                                   {"M", "8"}}};

}  // namespace kaigo
