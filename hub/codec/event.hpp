// CloudEvents 1.0, structured JSON, as it stands in a webhook's body in both directions.
#pragma once

#include <string>
#include <string_view>

#include "hub/base/clock.hpp"

namespace hub::codec {

/// The names of our events. Coming in: requested, the four answers, and that a copy is used no
/// longer; going out: notice, packet and stop_use to the one who is asked, the same four answers to
/// the one who asked.
namespace event_type {
inline constexpr std::string_view requested = "tsunagu.referral.requested";
inline constexpr std::string_view notice = "tsunagu.referral.notice";
inline constexpr std::string_view packet = "tsunagu.referral.packet";
inline constexpr std::string_view accepted = "tsunagu.referral.accepted";
inline constexpr std::string_view returned = "tsunagu.referral.returned";
inline constexpr std::string_view lead_named = "tsunagu.referral.lead_named";
inline constexpr std::string_view closed = "tsunagu.referral.closed";
/// To who got data of a person of the referral: they were corrected, pull the packet again
/// (個人情報保護法97条); or they may be used no more (98条, or a consent that was taken back).
inline constexpr std::string_view corrected = "tsunagu.referral.corrected";
inline constexpr std::string_view stop_use = "tsunagu.referral.stop_use";
inline constexpr std::string_view use_stopped = "tsunagu.referral.use_stopped";
}  // namespace event_type

inline constexpr std::string_view event_media_type = "application/cloudevents+json";

struct EventHead {
  std::string id;      ///< the same on every try
  std::string source;  ///< who says it: this hub's name, or the partner's
  std::string type;
  base::UtcMillis time{};
  std::string subject;  ///< id of the referral, or of the case; empty: left out
};

/// The whole body; `data` is JSON text already.
std::string encode_event(const EventHead& head, std::string_view data);

}  // namespace hub::codec
