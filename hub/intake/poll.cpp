#include "hub/intake/poll.hpp"

#include "hub/audit/entry.hpp"
#include "hub/base/log.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/crypto/key_file.hpp"
#include "hub/service/keep.hpp"

namespace hub::intake {
namespace {

using base::Kind;
using base::Level;
using base::Result;

/// Only unreserved characters of RFC 3986 stay as they are.
std::string escaped(std::string_view text) {
  constexpr char hex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += hex[byte >> 4];
      out += hex[byte & 0xF];
    }
  }
  return out;
}

std::shared_ptr<const egress::PartnerPolicy> policy_of(const profile::Feed& feed,
                                                       const std::string& source) {
  auto policy = std::make_shared<egress::PartnerPolicy>();
  policy->partner = "poll:" + source;
  for (const auto& text : feed.addresses) {
    if (const auto range = base::Cidr::parse(text)) policy->addresses.push_back(*range);
  }
  return policy;
}

}  // namespace

Poll::Poll(profile::Feed feed, std::string source, profile::Secrets secrets)
    : feed_(std::move(feed)),
      source_(std::move(source)),
      secrets_(std::move(secrets)),
      policy_(policy_of(feed_, source_)) {}

Result<egress::OutgoingRequest> Poll::request(const store::Feed& state) const {
  egress::OutgoingRequest out;
  out.method = "GET";
  out.url = feed_.url;
  out.policy = policy_;
  if (!state.order_key.empty()) {
    out.url += (feed_.url.find('?') == std::string::npos ? "?since=" : "&since=") +
               escaped(state.order_key);
  }
  if (!state.etag.empty()) out.headers.emplace_back("If-None-Match", state.etag);
  if (!feed_.credential.empty()) {
    const auto token = crypto::read_secret_text(feed_.credential, secrets_.folder);
    if (!token) return token.error();
    out.headers.emplace_back("Authorization", "Bearer " + *token);
  }
  return out;
}

Result<bool> Poll::look(service::Context& context, store::FeedRow row, egress::Client& egress) {
  const auto now = context.clock.steady();
  if (next_ && now < *next_) return false;
  next_ = now + std::chrono::seconds(feed_.every_s);
  const auto state =
      context.db.read([&](store::Reader& reader) -> Result<std::optional<store::Feed>> {
        return store::read_feed(reader, row);
      });
  if (!state) return state.error();
  auto outgoing = request(state->value_or(store::Feed{}));
  if (!outgoing) return outgoing.error();
  service::Keeping keeping(context);
  std::optional<base::Failure> broken;
  bool begun = false;
  outgoing->on_data = [&](std::string_view piece) {
    const auto size = static_cast<std::size_t>(keeping.size()) + piece.size();
    const auto began = begun ? Result<>() : keeping.begin(row, "");
    begun = true;
    const auto added = began ? keeping.add(crypto::bytes_of(piece)) : began;
    if (!added) broken = added.error();
    if (size > base::limits::arrival_bytes)
      broken = base::fail(Kind::too_large, "poll of " + source_);
    return !broken;
  };
  const auto answer = egress.send_and_wait(std::move(*outgoing));
  if (broken) return *broken;
  if (!answer || answer->status != 200) {
    const std::int64_t status = answer ? answer->status : 0;
    if (status != 304) {
      base::log(Level::warning, "poll_failed", {{"source", source_}, {"status", status}});
    }
    return false;
  }
  if (!begun) return false;
  if (auto kept = keeping.complete(); !kept) return kept.error();
  const auto etag = answer->etag;
  const auto noted = context.db.write([&](store::Transaction& tx) -> Result<> {
    store::keep_poll_state(tx, row, "", etag);
    return {};
  });
  if (!noted) return noted.error();
  return true;
}

}  // namespace hub::intake
