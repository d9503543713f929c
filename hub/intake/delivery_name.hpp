// What an answer calls the file that it holds, for feeds that are ordered by their files' names.
#pragma once

#include <string>
#include <string_view>

namespace hub::intake {

/// The file name of a Content-Disposition (RFC 6266: `filename*` before `filename`, no path), else
/// `modified_YYYYMMDDhhmmss` of a Last-Modified (RFC 9110 5.6.7, UTC); empty for neither. It is
/// UTF-8 without control characters, and may name a person: sealed like any delivery's name.
std::string delivery_name(std::string_view disposition, std::string_view last_modified);

}  // namespace hub::intake
