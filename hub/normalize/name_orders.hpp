// The orders in which the words of a foreign name are written: SMITH JOHN, John Smith.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hub::normalize {

/// Every other order in which the words of `key` may come, `ends` being where each word ends in it:
/// the first word moved behind the others, and the last before them. Nothing for one word.
std::vector<std::u32string> other_orders(std::u32string_view key,
                                         const std::vector<std::size_t>& ends);

}  // namespace hub::normalize
