// A record's fields in the words of an officer, for paper: always in Japanese. What has no word
// here stands under its own name, so that nothing is lost.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/json/parse.hpp"

namespace hub::cli {

/// 「相談」 of `consultation`.
std::string_view record_in_words(std::string_view kind);
/// 「主訴」 of a record's own member `statement`.
std::string_view field_in_words(std::string_view kind, std::string_view member);
/// A datum, its parts joined; 「（伏せています）」 of what is masked.
std::string value_in_words(tsunagu::json::View value, std::string_view key);

}  // namespace hub::cli
