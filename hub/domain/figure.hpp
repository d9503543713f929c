// What a municipality counts of its support (国の実施要綱・評価指標の考え方と5市の計画): each
// figure once, with its definition in Japanese. The table is read by the queries
// (hub/store/counts.hpp), by the command line, by docs/counts.md and by the tests, so that no
// number stands anywhere without saying what it counts. What a plan asks for and the hub can't
// count stands here too, with the reason: an unknown number is not 0.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hub::domain {

/// Stored nowhere: the order is the report's.
enum class FigureCode : std::uint8_t {
  consultations,
  referrals,
  directions,
  cases,
  households,
  first_seen,
  signals,
  support_decisions,
  plans,
  plan_steps,
  active_plans,
  monitorings,
  unratified,
  lead_agencies,
  sittings,
  agenda_items,
  case_closings,
  case_reopenings,
  outreach,
  contacts,
  consents_after_outreach,
  participants,
  match_steps,
  cooperating_places,
  resources,
  shortages,
  shortages_met,
  days_to_acceptance,
  days_to_plan,
};

enum class Measure : std::uint8_t {
  events,  ///< what happened in the period
  stock,   ///< what stood at its end
  median,  ///< the middle of days, with one place
};

/// How it may be published. Two tables that share their sums give hidden counts back, so of such a
/// pair one at most is published as it stands.
enum class Published : std::uint8_t {
  by_desk,   ///< desks × parts, small counts hidden
  by_month,  ///< desks × months, the table of `tsunagu stats`
  never,
};

struct Figure {
  FigureCode code;
  std::string_view name;         ///< `referrals`
  std::string_view requirement;  ///< `R-118`
  Measure measure;
  Published published;
  std::string_view title;       ///< Japanese
  std::string_view english;     ///< the title
  std::string_view definition;  ///< Japanese: what is counted, by what day, whose desk
  std::string_view parts;       ///< codes that are always shown, blanks between them
};

/// What is asked for and not stored.
struct Uncounted {
  std::string_view name;
  std::string_view requirement;
  std::string_view title;
  std::string_view english;
  std::string_view reason;  ///< Japanese
};

std::span<const Figure> figures() noexcept;
std::span<const Uncounted> uncounted() noexcept;
/// Null for an unknown name.
const Figure* find_figure(std::string_view name) noexcept;
std::vector<std::string_view> parts_of(const Figure& figure);

}  // namespace hub::domain
