#include "hub/api/live_sessions.hpp"

#include <algorithm>
#include <array>

namespace hub::api {
namespace {

crypto::Digest hash_of(std::string_view cookie) {
  return crypto::sha256(crypto::bytes_of(cookie));
}

}  // namespace

std::string LiveSessions::random_text() const {
  std::array<std::uint8_t, 32> bytes;
  random_.fill(bytes);
  return crypto::to_hex(bytes);
}

/// Dead sessions go, and the oldest of who has too many.
void LiveSessions::make_room(std::string_view user) {
  const auto now = clock_.now();
  std::erase_if(live_, [now](const auto& one) {
    return one.second.ends <= now || one.second.used + idle_end <= now;
  });
  const auto is_his = [user](const auto& one) { return one.second.user == user; };
  const auto his = static_cast<std::size_t>(std::count_if(live_.begin(), live_.end(), is_his));
  if (his < sessions_of_one) return;
  auto oldest = live_.end();
  for (auto one = live_.begin(); one != live_.end(); ++one) {
    if (is_his(*one) && (oldest == live_.end() || one->second.opened < oldest->second.opened))
      oldest = one;
  }
  live_.erase(oldest);
}

OpenedSession LiveSessions::open(std::string_view user, base::UtcMillis until) {
  const auto now = clock_.now();
  OpenedSession opened{random_text(), random_text()};
  const std::lock_guard lock(mutex_);
  make_room(user);
  live_.insert_or_assign(hash_of(opened.cookie),
                         Live{std::string(user), opened.change_token, now,
                              std::min<base::UtcMillis>(until, now + absolute_end), now});
  return opened;
}

std::optional<LiveSessions::SignedIn> LiveSessions::find(std::string_view cookie) const {
  const auto now = clock_.now();
  const std::lock_guard lock(mutex_);
  const auto found = live_.find(hash_of(cookie));
  if (found == live_.end()) return std::nullopt;
  auto& one = found->second;
  if (one.ends <= now || one.used + idle_end <= now) {
    live_.erase(found);
    return std::nullopt;
  }
  one.used = now;
  return SignedIn{one.user, one.change_token};
}

void LiveSessions::end(std::string_view cookie) {
  const std::lock_guard lock(mutex_);
  live_.erase(hash_of(cookie));
}

void LiveSessions::end_all(std::string_view user) {
  const std::lock_guard lock(mutex_);
  std::erase_if(live_, [user](const auto& one) { return one.second.user == user; });
}

std::size_t LiveSessions::count() const {
  const std::lock_guard lock(mutex_);
  return live_.size();
}

}  // namespace hub::api
