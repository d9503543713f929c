// What a coordinator's own system can follow, as a table: which row of the log becomes which event
// for the partners that follow its case. docs/events.md is made from it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace hub::domain {

/// What a partner subscribes to (partners.yaml, `receives.events`).
enum class EventFamily : std::uint8_t { case_, plan, sitting, match, consent, outreach, deadline };
inline constexpr EventFamily event_families[] = {
    EventFamily::case_,   EventFamily::plan,     EventFamily::sitting, EventFamily::match,
    EventFamily::consent, EventFamily::outreach, EventFamily::deadline};

/// case, plan, sitting, match, consent, outreach, deadline.
std::string_view name_of(EventFamily family) noexcept;

struct FollowedEvent {
  std::string_view action;  ///< of the row of the log
  std::string_view type;    ///< CloudEvents `type`
  EventFamily family = EventFamily::case_;
  std::string_view subject;  ///< which of the row's objects it is about: `plan`
  std::string_view ja;
  std::string_view en;
};

std::span<const FollowedEvent> followed_events() noexcept;
/// Null for an action that nobody is told of.
const FollowedEvent* event_of_action(std::string_view action) noexcept;
/// Null for another type.
const FollowedEvent* event_of_type(std::string_view type) noexcept;

}  // namespace hub::domain
