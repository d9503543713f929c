// What the log's codes are called on a page that the person himself reads: always in Japanese.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/json/parse.hpp"

namespace hub::cli {

/// 「氏名・生年月日など」 of one of the gate's items.
std::string_view item_in_words(std::string_view item);
/// 「氏名・生年月日など、住所・電話番号」 of the line's `items`.
std::string items_in_words(tsunagu::json::View line);
/// What somebody who looked saw: 「ケースの状況」.
std::string look_in_words(tsunagu::json::View line);
/// Who received it; 「(記載しません)」 where he may not be named.
std::string recipient_in_words(tsunagu::json::View line);
/// 「本人の同意による提供 個人情報保護法69条2項1号（2025-04-01時点）」.
std::string ground_in_words(tsunagu::json::View line);

}  // namespace hub::cli
