// Sends what the outbox holds: a thread that claims, signs, hands to egress and records, in turns.
// While one turn is on its way to the disk, what the turn before gave is sent.
// One dead partner holds up nobody else; of one case never two are under way.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "hub/base/clock.hpp"
#include "hub/base/limits.hpp"
#include "hub/base/random.hpp"
#include "hub/crypto/webhook_signature.hpp"
#include "hub/delivery/outbox_port.hpp"
#include "hub/delivery/schedule.hpp"
#include "hub/egress/client.hpp"

namespace hub::delivery {

/// How one partner is reached.
struct Receiver {
  std::shared_ptr<const egress::PartnerPolicy> policy;
  std::vector<crypto::WebhookKey> keys;  ///< signed with each
};

/// Made from the configuration; may change on reload. Any thread.
class Receivers {
 public:
  virtual ~Receivers() = default;
  /// Nothing: the partner is not configured any more; its deliveries fail as if it were down.
  [[nodiscard]] virtual std::optional<Receiver> find(std::string_view partner) const = 0;
};

/// How bytes leave: egress::Client in the daemon, a table in tests.
using Sender = std::function<void(egress::OutgoingRequest, egress::OnDone)>;

struct DispatcherSettings {
  std::size_t in_flight_in_all = base::limits::in_flight_in_all;
  std::size_t in_flight_per_partner = base::limits::in_flight_per_partner;
  std::size_t ahead_per_partner = 15 * base::limits::in_flight_per_partner;  ///< of a prompt one
  std::chrono::milliseconds longest_wait{base::limits::outbox_look_ms};      ///< between two looks
};

struct DispatcherCounts {
  std::uint64_t sent = 0;
  std::uint64_t delivered = 0;
  std::uint64_t failed = 0;
  std::uint64_t in_flight = 0;
};

class Dispatcher {
 public:
  /// Borrows all; starts its thread.
  Dispatcher(OutboxPort& outbox, const Receivers& receivers, Sender sender,
             const base::Clock& clock, base::Random& random, DispatcherSettings settings = {});
  /// stop().
  ~Dispatcher();
  Dispatcher(const Dispatcher&) = delete;
  Dispatcher& operator=(const Dispatcher&) = delete;

  /// Something was committed to the outbox. Any thread, cheap.
  void wake();
  /// Claims nothing more, waits for what is under way, records it, joins.
  void stop();
  [[nodiscard]] DispatcherCounts counts() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hub::delivery
