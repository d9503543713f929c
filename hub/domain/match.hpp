// マッチング (参加支援, 社会福祉法106条の4第2項2号): a person and a resource of the community
// brought together, and how it went.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/coding.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::domain {

enum class MatchStatus : std::uint8_t {
  proposed,
  visited,  ///< 見学
  trial,    ///< 体験
  joined,
  declined,
  ended,
};
inline constexpr std::array<std::string_view, 6> match_status_names{
    "proposed", "visited", "trial", "joined", "declined", "ended"};
constexpr std::string_view name_of(MatchStatus status) noexcept {
  return match_status_names[static_cast<std::size_t>(status)];
}

struct MatchRecord {
  std::string key;
  std::string person_key;
  std::string resource_key;
  std::optional<Sealed<Staff>> proposed_by;
  std::vector<Sealed<std::string>> reasons;
  std::optional<MatchStatus> status;
  std::optional<Sealed<std::string>> feedback;
};

}  // namespace hub::domain
