// What a person may ask of the municipality about his own data (個人情報保護法): disclosure (76条),
// correction (90条), stopping the use (98条). An answer is due within 30 days (83条1項, 94条1項,
// 102条1項), once prolonged by at most 30 more (each article's 2項). The day of the request doesn't
// count (民法140条). A day on which the office is closed prolongs nothing (calendar.hpp); that days
// spent on correcting the request itself (77条3項) count is stricter than the law. Where the data
// are so many that even sixty days would stop the office's work (84条), or an answer takes
// particularly long (95条, 103条), an officer tells the person, within the first thirty days, the
// day by which the rest is answered.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hub::domain {

enum class RequestKind : std::uint8_t { disclosure, correction, stop };
enum class Requester : std::uint8_t { self, representative };
enum class RequestAnswer : std::uint8_t { granted, partly, refused };

inline constexpr std::array<std::string_view, 3> request_kind_names{"disclosure", "correction",
                                                                    "stop"};
inline constexpr std::array<std::string_view, 2> requester_names{"self", "representative"};
inline constexpr std::array<std::string_view, 3> request_answer_names{"granted", "partly",
                                                                      "refused"};

constexpr std::string_view name_of(RequestKind kind) noexcept {
  return request_kind_names[static_cast<std::size_t>(kind)];
}
constexpr std::string_view name_of(Requester requester) noexcept {
  return requester_names[static_cast<std::size_t>(requester)];
}
constexpr std::string_view name_of(RequestAnswer answer) noexcept {
  return request_answer_names[static_cast<std::size_t>(answer)];
}

/// The value that a word names, or nothing.
template <class Enum, std::size_t count>
constexpr std::optional<Enum> word_among(const std::array<std::string_view, count>& names,
                                         std::string_view word) noexcept {
  for (std::size_t at = 0; at < count; ++at) {
    if (names[at] == word) return static_cast<Enum>(at);
  }
  return std::nullopt;
}

inline constexpr std::chrono::days answer_within{30};
inline constexpr std::chrono::days prolonged_by{30};

/// The last day on which an answer is in time, in Japan.
constexpr std::chrono::sys_days due_day(std::chrono::sys_days received, bool prolonged) noexcept {
  return received + answer_within + (prolonged ? prolonged_by : std::chrono::days(0));
}

/// `2026-04-10`; nothing for what is no day of the calendar.
std::optional<std::chrono::year_month_day> day_from(std::string_view text);
std::string text_of(std::chrono::sys_days day);

}  // namespace hub::domain
