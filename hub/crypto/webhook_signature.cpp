#include "hub/crypto/webhook_signature.hpp"

#include <algorithm>
#include <charconv>
#include <mutex>
#include <optional>
#include <vector>

#include "hub/base/limits.hpp"
#include "hub/crypto/hmac.hpp"
#include "hub/crypto/secret.hpp"

namespace hub::crypto {
namespace {

namespace limits = base::limits;

constexpr std::string_view key_prefix = "whsec_";
constexpr std::string_view version_prefix = "v1,";
constexpr std::size_t key_text_most = 1024;
constexpr std::size_t signatures_most = 8;

base::Failure refused(std::string_view why) {
  return base::fail(base::Kind::unauthorized, std::string(why));
}

/// One digit at least, no sign, no leading zero, no overflow.
std::optional<std::int64_t> seconds_from_text(std::string_view text) {
  std::int64_t out = 0;
  const auto end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, out);
  const bool plain = !text.empty() && text.front() >= '1' && text.front() <= '9';
  if (!plain || stop != end || error != std::errc{}) return std::nullopt;
  return out;
}

bool is_recent(std::int64_t seconds, base::UtcMillis now) {
  const auto there = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  return seconds >= there - limits::webhook_window_s && seconds <= there + limits::webhook_window_s;
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= limits::webhook_id_bytes &&
         std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < 0x7F && c != '.'; });
}

/// Compares every key with every signature, whatever matched before.
bool any_matches(std::span<const std::string> expected, std::string_view signatures) {
  bool found = false;
  for (std::size_t count = 0; !signatures.empty() && count < signatures_most; ++count) {
    const auto space = std::min(signatures.find(' '), signatures.size());
    const auto one = signatures.substr(0, space);
    for (const auto& wanted : expected) {
      const bool same = equal_in_constant_time(bytes_of(one), bytes_of(wanted));
      found = found || same;
    }
    signatures.remove_prefix(std::min(space + 1, signatures.size()));
  }
  return found;
}

}  // namespace

struct WebhookKey::Parts {
  explicit Parts(ByteView key) : mac(key) {}
  std::mutex mutex;
  HmacSha256 mac;
};

base::Result<WebhookKey> WebhookKey::parse(std::string_view text) {
  if (!text.starts_with(key_prefix) || text.size() > key_text_most) {
    return base::fail(base::Kind::invalid, "a webhook key begins with whsec_");
  }
  auto bytes = from_base64(text.substr(key_prefix.size()));
  if (!bytes) return base::fail(base::Kind::invalid, "what follows whsec_ must be padded base64");
  const bool long_enough = bytes->size() >= limits::webhook_key_bytes_least;
  auto parts = long_enough ? std::make_shared<Parts>(bytes_of(*bytes)) : nullptr;
  wipe(*bytes);
  if (!parts) return base::fail(base::Kind::invalid, "a webhook key needs at least 24 bytes");
  return WebhookKey(std::move(parts));
}

std::string WebhookKey::signature(std::string_view id, std::string_view timestamp,
                                  std::string_view body) const {
  const std::lock_guard lock(parts_->mutex);
  const auto mac = parts_->mac.of(
      {bytes_of(id), bytes_of("."), bytes_of(timestamp), bytes_of("."), bytes_of(body)});
  return std::string(version_prefix) + to_base64(mac);
}

std::string webhook_timestamp(base::UtcMillis at) {
  return std::to_string(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

std::string sign_webhook(std::span<const WebhookKey> keys, std::string_view id, base::UtcMillis at,
                         std::string_view body) {
  const auto timestamp = webhook_timestamp(at);
  std::string out;
  for (const auto& key : keys) {
    if (!out.empty()) out += ' ';
    out += key.signature(id, timestamp, body);
  }
  return out;
}

base::Result<> verify_webhook(const WebhookHeaders& headers, std::string_view body,
                              std::span<const WebhookKey> keys, base::UtcMillis now) {
  if (!is_id(headers.id)) return refused("webhook-id is malformed");
  const auto seconds = seconds_from_text(headers.timestamp);
  if (!seconds) return refused("webhook-timestamp is malformed");
  if (!is_recent(*seconds, now)) return refused("webhook-timestamp is outside of the window");
  std::vector<std::string> expected;
  for (const auto& key : keys.first(std::min(keys.size(), limits::webhook_keys_per_partner))) {
    expected.push_back(key.signature(headers.id, headers.timestamp, body));
  }
  if (!any_matches(expected, headers.signature)) return refused("no signature fits a live key");
  return {};
}

}  // namespace hub::crypto
