// What the program is told: its options, and the key file that it shares with the hub's operator.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace coordinator {

struct Keys {
  std::string partner;               ///< our id at the hub
  std::vector<std::string> receive;  ///< with which the hub signs; two while they rotate
  std::string send;                  ///< with which we sign
  std::string api_key;               ///< for pulling packets
};

/// `{"partner":"…","receiveKeys":["whsec_…"],"sendKey":"whsec_…","apiKey":"…"}`. Throws
/// std::runtime_error, also if others than the owner may read the file.
Keys read_keys(const std::filesystem::path& file);

/// How far a referral is answered before the program leaves it alone.
enum class Until { accepted, lead_named, closed };

struct Settings {
  std::uint16_t port = 0;
  std::string hub_url;
  Keys keys;
  std::string return_with;  ///< return every referral with this reason
  Until until = Until::accepted;
  std::string agency;             ///< our name, given with each answer
  std::string lead_agency;        ///< named as the main agency; empty: we are it
  int fail_first = 0;             ///< answer so many notices with 503
  int exit_after = 0;             ///< end after so many referrals; 0: never
  std::filesystem::path journal;  ///< received notices, one a line; empty: in memory only
  std::chrono::milliseconds retry_pause{1'000};
};

/// Seconds since 1970, running on from a given moment; the machine's time without one.
class Clock {
 public:
  Clock() = default;
  explicit Clock(std::chrono::sys_seconds start);
  [[nodiscard]] std::chrono::sys_seconds now() const;

 private:
  std::chrono::seconds ahead_{0};
};

/// `2026-04-10T09:00:00Z` or with `+09:00`; nothing if it is neither.
std::optional<std::chrono::sys_seconds> instant_from_text(const std::string& text);
/// `2026年4月10日 9:05`, in Japan.
std::string japanese_time(std::chrono::sys_seconds at);

}  // namespace coordinator
