#include "hub/intake/poll.hpp"

#include <future>
#include <mutex>
#include <optional>

#include "hub/audit/entry.hpp"
#include "hub/base/log.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/crypto/key_file.hpp"
#include "hub/intake/delivery_name.hpp"
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
                                                       const std::string& source,
                                                       const profile::Secrets& secrets) {
  auto policy = std::make_shared<egress::PartnerPolicy>();
  policy->partner = "poll:" + source;
  for (const auto& text : feed.addresses) {
    if (const auto range = base::Cidr::parse(text)) policy->addresses.push_back(*range);
  }
  if (!feed.ca.empty()) policy->ca_file = crypto::secret_path(feed.ca, secrets.folder);
  return policy;
}

constexpr std::chrono::milliseconds between_looks(200);

}  // namespace

/// One answer on its way. Shared with the client's thread, which may outlive the wait for it.
struct Poll::Fetch {
  Fetch(service::Context& context, store::FeedRow feed) : keeping(context), row(feed) {}

  /// On the client's thread; false ends the transfer.
  bool take(const egress::Answer& head, std::string_view piece) {
    const std::lock_guard lock(mutex);
    if (given_up || broken) return false;
    auto done = begun ? Result<>()
                      : keeping.begin(row, delivery_name(head.disposition, head.last_modified));
    begun = true;
    if (done) done = keeping.add(crypto::bytes_of(piece));
    if (!done) broken = done.error();
    return !broken;
  }
  void give_up() {
    const std::lock_guard lock(mutex);
    given_up = true;
    if (begun) keeping.abandon();
  }

  std::mutex mutex;
  service::Keeping keeping;
  store::FeedRow row;
  bool begun = false;
  bool given_up = false;
  std::optional<base::Failure> broken;  ///< ours, not the server's
  std::promise<Result<egress::Answer>> promise;
};

Poll::Poll(profile::Feed feed, std::string source, profile::Secrets secrets, std::int64_t largest)
    : feed_(std::move(feed)),
      source_(std::move(source)),
      secrets_(std::move(secrets)),
      largest_(largest),
      policy_(policy_of(feed_, source_, secrets_)),
      pace_(std::chrono::seconds(feed_.every_s)) {}

Result<egress::OutgoingRequest> Poll::request(const store::Feed& state,
                                              const std::string& cursor) const {
  egress::OutgoingRequest out;
  out.method = "GET";
  out.url = feed_.url;
  out.policy = policy_;
  out.timing.transfer = std::chrono::milliseconds(base::limits::poll_transfer_ms);
  out.answer_limit = static_cast<std::size_t>(largest_);
  if (!cursor.empty()) {
    out.url += (feed_.url.find('?') == std::string::npos ? "?since=" : "&since=") + escaped(cursor);
  }
  if (!state.etag.empty()) out.headers.emplace_back("If-None-Match", state.etag);
  if (!feed_.credential.empty()) {
    const auto token = crypto::read_secret_text(feed_.credential, secrets_.folder);
    if (!token) return token.error();
    out.headers.emplace_back("Authorization", "Bearer " + *token);
  }
  return out;
}

Result<bool> Poll::look(service::Context& context, store::FeedRow row, egress::Client& egress,
                        const std::function<bool()>& stopping) {
  if (!pace_.due(context.clock.steady())) return false;
  pace_.failed(context.clock.steady(), {});  // until it is known better
  std::string cursor;
  const auto state =
      context.db.read([&](store::Reader& reader) -> Result<std::optional<store::Feed>> {
        cursor = store::newest_order(reader, row);
        return store::read_feed(reader, row);
      });
  if (!state) return state.error();
  auto outgoing = request(state->value_or(store::Feed{}), cursor);
  if (!outgoing) return outgoing.error();
  const auto fetch = std::make_shared<Fetch>(context, row);
  auto answer = fetch->promise.get_future();
  outgoing->on_data = [fetch](const egress::Answer& head, std::string_view piece) {
    return fetch->take(head, piece);
  };
  egress.send(std::move(*outgoing), [fetch](Result<egress::Answer> result) {
    fetch->promise.set_value(std::move(result));
  });
  while (answer.wait_for(between_looks) != std::future_status::ready) {
    if (!stopping()) continue;
    fetch->give_up();
    return false;
  }
  return fetched(context, row, *fetch, answer.get());
}

Result<bool> Poll::fetched(service::Context& context, store::FeedRow row, Fetch& fetch,
                           const Result<egress::Answer>& answer) {
  const auto now = context.clock.steady();
  const bool whole = answer && answer->status == 200;
  if (!whole) fetch.give_up();
  if (fetch.broken) return *fetch.broken;
  if (!whole && !(answer && answer->status == 304)) {
    failed(now, answer);
    return false;
  }
  pace_.answered(now);
  if (!whole || !fetch.begun) return false;  // nothing new
  const auto kept = fetch.keeping.complete(
      [&](store::Transaction& tx) { store::keep_poll_state(tx, row, "", answer->etag); });
  if (!kept) return kept.error();
  base::log(Level::info, "arrival_kept",
            {{"source", source_},
             {"feed", feed_.name},
             {"arrival", kept->id.text()},
             {"bytes", fetch.keeping.size()}});
  return true;
}

void Poll::failed(base::Monotonic now, const Result<egress::Answer>& answer) {
  pace_.failed(now, answer ? answer->retry_after : std::string_view());
  const std::int64_t status = answer ? answer->status : 0;
  base::log(Level::warning, "poll_failed",
            {{"source", source_},
             {"status", status},
             {"reason", answer ? "status" : base::name_of(answer.error().kind())}});
}

}  // namespace hub::intake
