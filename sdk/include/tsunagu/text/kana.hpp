// Kana between their widths and scripts. Other characters stay as they are.
#pragma once

#include <string>
#include <string_view>

namespace tsunagu::text {

std::string half_to_full_kana(std::string_view text);  ///< ﾀｶﾊｼ → タカハシ, ﾊﾞ → バ
std::string full_to_half_kana(std::string_view text);  ///< バ → ﾊﾞ; katakana only
std::string hira_to_kata(std::string_view text);
std::string kata_to_hira(std::string_view text);

/// Only katakana, long marks, middle dots and spaces.
bool is_katakana(std::string_view text) noexcept;

}  // namespace tsunagu::text
