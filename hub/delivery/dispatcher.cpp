#include "hub/delivery/dispatcher.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>

#include "hub/base/log.hpp"
#include "hub/delivery/lanes.hpp"
#include "hub/delivery/signed_request.hpp"

namespace hub::delivery {
namespace {

constexpr std::chrono::milliseconds pause_after_failure(1'000);
/// What could not begin by then goes back: the gate decided too long ago.
constexpr std::chrono::milliseconds fresh_for(1'000);
/// A partner that answers within it may have some ahead: they begin long before they are old.
constexpr std::chrono::milliseconds prompt_within(200);

using Returned = std::pair<std::int64_t, base::Result<egress::Answer>>;
using Claims = base::Result<std::vector<Claim>>;

struct UnderWay {
  Claim claim;
  base::Monotonic since;
};

std::string reason_of(const base::Result<egress::Answer>& result) {
  if (!result) return "no_answer_" + std::string(base::name_of(result.error().kind()));
  return "http_" + std::to_string(result->status);
}

Ending ending_of(Fate fate, int status) {
  if (fate == Fate::delivered) return Ending::delivered;
  if (fate == Fate::partner_gone) return Ending::gone;
  if (fate == Fate::not_sent) return Ending::unsent;
  return status == 0 ? Ending::unreachable : Ending::failed;
}

Outcome not_sent(const Claim& claim) {
  return {claim.id, Fate::not_sent, 0, {}, {}};
}

}  // namespace

struct Dispatcher::Parts {
  Parts(OutboxPort& the_outbox, const Receivers& the_receivers, Sender the_sender,
        const base::Clock& the_clock, base::Random& the_random, DispatcherSettings the_settings)
      : outbox(the_outbox),
        receivers(the_receivers),
        sender(std::move(the_sender)),
        clock(the_clock),
        random(the_random),
        settings(the_settings),
        lanes(the_settings.in_flight_in_all, the_settings.in_flight_per_partner,
              the_settings.ahead_per_partner) {}

  void run();
  bool wait();
  [[nodiscard]] bool is_time() const;
  std::chrono::milliseconds longest_wait();
  void settle(const Returned& returned);
  Outcome outcome_of(const Claim& claim, const base::Result<egress::Answer>& result);
  void begin_turn();
  void end_turn(Claims claims);
  void send_all();
  void send(Claim claim);
  void back(std::int64_t id, base::Result<egress::Answer> result);

  OutboxPort& outbox;
  const Receivers& receivers;
  Sender sender;
  const base::Clock& clock;
  base::Random& random;
  DispatcherSettings settings;

  std::mutex mutex;
  std::condition_variable changed;
  std::vector<Returned> mailbox;
  std::optional<Claims> turned;  // what the last turn came to
  bool turning = false;
  bool woken = true;
  bool stopping = false;

  // The thread's own.
  Lanes lanes;
  std::unordered_map<std::int64_t, UnderWay> under_way;
  std::vector<Claim> claimed;      // of the last turn, not yet sent
  std::vector<Outcome> outcomes;   // for the next
  std::vector<Outcome> recording;  // by the turn that runs
  bool ending = false;
  bool look = true;          // for what is due, whatever came back
  bool turn_failed = false;  // the one that ended just now
  bool turn_empty = false;   // the last one

  std::atomic<std::uint64_t> sent{0};
  std::atomic<std::uint64_t> delivered{0};
  std::atomic<std::uint64_t> failed{0};
  std::thread thread;
};

/// While a turn runs on the writer's thread, what the one before gave is signed and sent.
void Dispatcher::Parts::run() {
  while (wait()) {
    if (!turn_failed && (look || !outcomes.empty())) begin_turn();
    send_all();
  }
}

bool Dispatcher::Parts::is_time() const {
  if (turning) return turned.has_value();
  return !mailbox.empty() || (stopping ? under_way.empty() : woken);
}

/// Until there is something to do; false when all is done and the dispatcher stops.
bool Dispatcher::Parts::wait() {
  const auto longest = turning ? settings.longest_wait : longest_wait();
  std::vector<Returned> returned;
  std::optional<Claims> ended;
  {
    std::unique_lock lock(mutex);
    const auto is_time_now = [this] { return is_time(); };
    const bool timed = !turning && !stopping;
    if (!timed) changed.wait(lock, is_time_now);
    const bool early = !timed || changed.wait_for(lock, longest, is_time_now);
    look = std::exchange(woken, false) || !early;
    returned.swap(mailbox);
    ended.swap(turned);
    turning = turning && !ended;
    ending = stopping;
  }
  for (const auto& one : returned)
    settle(one);
  turn_failed = ended && !*ended;
  if (ended) end_turn(std::move(*ended));
  return !ending || !under_way.empty() || !claimed.empty() || !outcomes.empty();
}

/// While nothing runs.
std::chrono::milliseconds Dispatcher::Parts::longest_wait() {
  if (turn_failed) return pause_after_failure;
  if (!turn_empty) return settings.longest_wait;
  const auto now = clock.now();
  const auto due = outbox.next_due(now);
  if (!due) return settings.longest_wait;
  return std::clamp(*due - now, std::chrono::milliseconds(1), settings.longest_wait);
}

Outcome Dispatcher::Parts::outcome_of(const Claim& claim,
                                      const base::Result<egress::Answer>& result) {
  // Egress says so, and only so, of what could not begin in time.
  if (!result && result.error().kind() == base::Kind::busy) {
    --sent;
    return not_sent(claim);
  }
  TryResult tried;
  if (result) tried = {result->status, result->retry_after};
  const auto verdict = next_attempt(standard_schedule(), claim.attempt, tried, clock.now(), random);
  ++(verdict.fate == Fate::delivered ? delivered : failed);
  return {claim.id, verdict.fate, tried.status, reason_of(result), verdict.next_at};
}

void Dispatcher::Parts::settle(const Returned& returned) {
  const auto node = under_way.extract(returned.first);
  const auto& [claim, since] = node.mapped();
  outcomes.push_back(outcome_of(claim, returned.second));
  const auto& outcome = outcomes.back();
  lanes.finished(claim, ending_of(outcome.fate, outcome.status),
                 clock.steady() - since <= prompt_within);
}

/// One transaction of the outbox. What could not be recorded is recorded with the next.
void Dispatcher::Parts::begin_turn() {
  recording = std::exchange(outcomes, {});
  {
    const std::lock_guard lock(mutex);
    turning = true;
  }
  outbox.turn(recording, ending ? Room{} : lanes.room(), [this](Claims claims) {
    const std::lock_guard lock(mutex);
    turned.emplace(std::move(claims));
    changed.notify_one();
  });
}

void Dispatcher::Parts::end_turn(Claims claims) {
  turn_empty = claims && claims->empty();
  if (!claims) {
    base::log(base::Level::error, "outbox_turn_failed",
              {{"kind", base::name_of(claims.error().kind())},
               {"reason", std::string_view(claims.error().text())}});
    // At the end nothing waits: the leases are given back at the start, and it is sent once more.
    if (ending) return outcomes.clear();
    outcomes.insert(outcomes.begin(), recording.begin(), recording.end());
    return;
  }
  for (auto& claim : *claims) {
    if (!ending && lanes.begin(claim)) {
      claimed.push_back(std::move(claim));
    } else {
      outcomes.push_back(not_sent(claim));
    }
  }
}

void Dispatcher::Parts::send_all() {
  for (auto& claim : std::exchange(claimed, {}))
    send(std::move(claim));
}

void Dispatcher::Parts::send(Claim claim) {
  const auto id = claim.id;
  const auto receiver = receivers.find(claim.partner);
  egress::OutgoingRequest request;
  if (receiver) request = signed_request(claim, *receiver, clock.now());
  request.begin_within = fresh_for;
  under_way.emplace(id, UnderWay{std::move(claim), clock.steady()});
  if (!receiver) return back(id, base::fail(base::Kind::not_found, "no such partner"));
  ++sent;
  sender(std::move(request),
         [this, id](base::Result<egress::Answer> result) { back(id, std::move(result)); });
}

void Dispatcher::Parts::back(std::int64_t id, base::Result<egress::Answer> result) {
  // Notified under the lock: once stop() has seen the last return, this object may go.
  const std::lock_guard lock(mutex);
  mailbox.emplace_back(id, std::move(result));
  if (!turning) changed.notify_one();  // or the turn's end tells
}

Dispatcher::Dispatcher(OutboxPort& outbox, const Receivers& receivers, Sender sender,
                       const base::Clock& clock, base::Random& random, DispatcherSettings settings)
    : parts_(
          std::make_unique<Parts>(outbox, receivers, std::move(sender), clock, random, settings)) {
  parts_->thread = std::thread([parts = parts_.get()] { parts->run(); });
}

Dispatcher::~Dispatcher() {
  stop();
}

void Dispatcher::wake() {
  const std::lock_guard lock(parts_->mutex);
  if (std::exchange(parts_->woken, true)) return;
  parts_->changed.notify_one();
}

void Dispatcher::stop() {
  {
    const std::lock_guard lock(parts_->mutex);
    parts_->stopping = true;
    parts_->changed.notify_one();
  }
  if (parts_->thread.joinable()) parts_->thread.join();
}

DispatcherCounts Dispatcher::counts() const {
  const std::uint64_t sent = parts_->sent;
  const std::uint64_t delivered = parts_->delivered;
  const std::uint64_t failed = parts_->failed;
  return {sent, delivered, failed, sent - std::min(sent, delivered + failed)};
}

}  // namespace hub::delivery
