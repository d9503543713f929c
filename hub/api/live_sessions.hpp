// Who is signed in. In memory alone: a restart signs everybody out, and no stolen file holds a
// session. What a browser keeps is random; here stands its hash.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

#include "hub/base/random.hpp"
#include "hub/crypto/sha256.hpp"
#include "hub/http/gatekeeper.hpp"

namespace hub::api {

inline constexpr std::chrono::minutes idle_end(30);
inline constexpr std::chrono::hours absolute_end(12);
inline constexpr std::size_t sessions_of_one = 8;  ///< the oldest gives way

struct OpenedSession {
  std::string cookie;
  std::string change_token;
};

/// Any thread.
class LiveSessions final : public http::SessionDirectory {
 public:
  LiveSessions(const base::Clock& clock, base::Random& random) : clock_(clock), random_(random) {}

  /// Always a new one: who planted a cookie before has nothing of what comes after it. `until`: the
  /// account's own end.
  OpenedSession open(std::string_view user, base::UtcMillis until);
  [[nodiscard]] std::optional<SignedIn> find(std::string_view cookie) const override;
  void end(std::string_view cookie);
  void end_all(std::string_view user);
  [[nodiscard]] std::size_t count() const;

 private:
  struct Live {
    std::string user;
    std::string change_token;
    base::UtcMillis opened;
    base::UtcMillis ends;
    base::UtcMillis used;
  };
  [[nodiscard]] std::string random_text() const;
  void make_room(std::string_view user);

  const base::Clock& clock_;
  base::Random& random_;
  mutable std::mutex mutex_;
  mutable std::map<crypto::Digest, Live> live_;
};

}  // namespace hub::api
