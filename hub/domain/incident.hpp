// A leak, and what the law then wants of a municipality (個人情報保護法68条, 施行規則43–45条; a
// private body that holds the data: 26条, 7, 8, 10条). Read in the source: 規則8条2項 (thirty days,
// sixty where somebody may have meant harm). 規則44条, the municipality's own, is remembered to say
// the same: whoever reports checks it. The day on which the office learned of it counts as the
// first, which is the earlier reading.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>

#include "hub/domain/calendar.hpp"
#include "hub/domain/item.hpp"
#include "hub/domain/person_request.hpp"

namespace hub::domain {

enum class IncidentCause : std::uint8_t { link, sending };
inline constexpr std::array<std::string_view, 2> incident_cause_names{"wrong_link",
                                                                      "wrong_sending"};

/// What is done about it, each once.
enum class IncidentStep : std::uint8_t {
  prompt_report,  ///< 速報 (規則44条1項): without delay, about three to five days
  final_report,   ///< 確報 (同2項): thirty days; sixty after `wrongful`
  person_told,    ///< 本人への通知 (68条2項, 規則45条): without delay
  closed,
  wrongful  ///< somebody may have meant harm (規則43条3号), as an officer finds
};
inline constexpr std::array<std::string_view, 5> incident_step_names{
    "prompt_report", "final_report", "person_told", "closed", "wrongful"};

constexpr std::string_view name_of(IncidentCause cause) noexcept {
  return incident_cause_names[static_cast<std::size_t>(cause)];
}
constexpr std::string_view name_of(IncidentStep step) noexcept {
  return incident_step_names[static_cast<std::size_t>(step)];
}

inline constexpr std::chrono::days prompt_report_days{5};
inline constexpr std::chrono::days final_report_days{30};
inline constexpr std::chrono::days final_report_days_wrongful{60};

/// The last day for a step; what has none gets that of the final report. Only the final report's
/// period is counted in days by the law (規則44条2項), so only it moves to the next open day
/// (行政機関の休日に関する法律2条: the commission is a national office).
inline std::chrono::sys_days incident_due(std::chrono::sys_days known, IncidentStep step,
                                          bool wrongful, const Calendar& calendar) {
  const auto first_counts = std::chrono::days(1);
  if (step == IncidentStep::prompt_report || step == IncidentStep::person_told)
    return known + prompt_report_days - first_counts;
  const auto days = wrongful ? final_report_days_wrongful : final_report_days;
  return calendar.open_from(known + days - first_counts);
}

/// 要配慮個人情報 (規則43条1号): one person's is enough for the duty to report.
inline constexpr Labels sensitive_items{Item::special_care, Item::youtai};
/// 規則43条4号: more persons than this.
inline constexpr std::size_t persons_to_report = 100;

}  // namespace hub::domain
