// What the hub tells us, out of a CloudEvent.
#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>

namespace coordinator {

struct Event {
  std::string type;      ///< tsunagu.referral.notice, …packet, or an answer to what we referred
  std::string referral;  ///< the hub's id of it
  std::string packet_path;  ///< of a notice: what to pull, below the hub's address
  boost::json::value data;  ///< of a packet: the packet itself
};

namespace event_type {
inline constexpr const char* notice = "tsunagu.referral.notice";
inline constexpr const char* packet = "tsunagu.referral.packet";
inline constexpr const char* stop_use = "tsunagu.referral.stop_use";
}  // namespace event_type

/// Nothing for a body that is no event about a referral, and for a notice whose packet lies
/// elsewhere than at `hub_url`: our API key goes to nobody else. Types that we don't know are
/// events too.
std::optional<Event> event_from_text(std::string_view body, std::string_view hub_url);

}  // namespace coordinator
