// 年度 as people type and read them: April to March.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hub::cli {

/// `令和8年度`, `令和8`, `R8`, `2026`, `2026年度`; digits may be of full width. Nothing for what is
/// none.
std::optional<int> fiscal_year_from(std::string_view typed);
/// 令和8年度
std::string fiscal_year_in_words(int year);
/// 2026-11-23 as 令和8年11月23日; what is no day stays as it is.
std::string day_in_era(std::string_view day);
/// The same with the other calendar beside it: 令和8年11月23日（2026-11-23）.
std::string day_in_both(std::string_view day);

}  // namespace hub::cli
