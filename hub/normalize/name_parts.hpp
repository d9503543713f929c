// The several names that one text may hold: 金 英姫（通称名：金田 英子）, 佐藤（旧姓 鈴木）花子.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hub::normalize {

/// 本名; 通称 (住民基本台帳法施行令30条の16); 旧氏 (同30条の13); a reading in brackets; any other.
enum class NameUse : std::uint8_t { official, usual, former, reading, alias };

std::string_view name_of(NameUse use) noexcept;

struct NamePart {
  NameUse use = NameUse::official;
  std::string text{};
};

/// False for nearly all: no bracket, no slash, no 通称 or 旧氏 behind a space.
bool may_hold_several_names(std::string_view folded);

/// The main name first. `folded` is NFKC.
std::vector<NamePart> name_parts(std::string_view folded);

}  // namespace hub::normalize
