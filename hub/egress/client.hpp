// The one way out: libcurl's multi interface on a thread of its own. It connects only to addresses
// on the partner's list (checked on the socket, after name resolution), follows no redirect, reads
// no proxy or netrc from the environment, keeps connections, and gives up after a deadline.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/base/cidr.hpp"
#include "hub/base/limits.hpp"
#include "hub/base/result.hpp"

namespace hub::egress {

/// What the operator allows towards one partner. Partners live in private ranges, so there is no
/// rule "deny private": the list is the rule.
struct PartnerPolicy {
  std::string partner;  ///< its id; in-flight is counted by it
  std::vector<base::Cidr> addresses;
  bool https_required = true;
  std::filesystem::path ca_file;      ///< empty: the system's
  std::filesystem::path client_cert;  ///< PEM; empty: none
  std::filesystem::path client_key;
};

struct Timing {
  std::chrono::milliseconds connect{base::limits::connect_timeout_ms};
  std::chrono::milliseconds transfer{base::limits::transfer_timeout_ms};
};

struct Answer {
  int status = 0;
  std::string body;
  std::string retry_after;
  std::string etag;
  std::string disposition;    ///< Content-Disposition
  std::string last_modified;  ///< Last-Modified
};

struct OutgoingRequest {
  std::string url;
  std::string method = "POST";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::shared_ptr<const PartnerPolicy> policy;
  Timing timing;
  /// If set, a request that found no free connection waits for one that long, and only while the
  /// partner answers well: else it ends unsent, with `busy`, and nothing else ends so.
  std::optional<std::chrono::milliseconds> begin_within;
  std::size_t answer_limit = base::limits::answer_bytes;
  /// If set, a 2xx body is handed over in pieces, each with the answer's head, instead of being
  /// kept; false ends the transfer.
  std::function<bool(const Answer& head, std::string_view piece)> on_data;
};

/// An answer of any status, or a failure to get one: forbidden (policy), too_large, unavailable,
/// busy (never begun).
using OnDone = std::function<void(base::Result<Answer>)>;

class Client {
 public:
  Client();
  /// Ends what is under way with `unavailable`, joins.
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  /// Any thread. `on_done` runs exactly once, on the client's thread (on the caller's if the
  /// request itself is refused), and must not wait. Requests over limits::in_flight_per_partner
  /// wait for their turn.
  void send(OutgoingRequest request, OnDone on_done);
  /// Waits for the answer; not from within `on_done`.
  base::Result<Answer> send_and_wait(OutgoingRequest request);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hub::egress
