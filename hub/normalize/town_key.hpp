// The town (町字) of an address or of a municipality's list, as a key to compare the two by.
#pragma once

#include <string>
#include <string_view>

#include "hub/normalize/tables.hpp"

namespace hub::normalize {

/// "栃木県さくら市卯の里3-2-1", "卯ノ里三丁目" and "大字卯の里３丁目" give the same key. Only the
/// 丁目 of a town that is divided into them counts; 小字 and 番地 don't. Empty where the text is in
/// another municipality than `lgcode5`, or in none of its towns.
std::string town_key(std::string_view address, const Tables& tables, std::string_view lgcode5);

}  // namespace hub::normalize
