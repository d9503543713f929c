#include "hub/delivery/dispatcher.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "hub/base/log.hpp"
#include "hub/delivery/lanes.hpp"
#include "hub/delivery/signed_request.hpp"

namespace hub::delivery {
namespace {

constexpr std::chrono::milliseconds pause_after_failure(1'000);

using Returned = std::pair<std::int64_t, base::Result<egress::Answer>>;

std::string reason_of(const base::Result<egress::Answer>& result) {
  if (!result) return "no_answer_" + std::string(base::name_of(result.error().kind()));
  return "http_" + std::to_string(result->status);
}

Ending ending_of(Fate fate, int status) {
  if (fate == Fate::delivered) return Ending::delivered;
  if (fate == Fate::partner_gone) return Ending::gone;
  return status == 0 ? Ending::unreachable : Ending::failed;
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
        lanes(the_settings.in_flight_in_all, the_settings.in_flight_per_partner) {}

  void run();
  bool wait();
  void settle(const Returned& returned);
  void put_back(const std::vector<Claim>& claims);
  bool turn();
  void send_all();
  void send(Claim claim);
  void back(std::int64_t id, base::Result<egress::Answer> result);
  std::chrono::milliseconds until_due();

  OutboxPort& outbox;
  const Receivers& receivers;
  Sender sender;
  const base::Clock& clock;
  base::Random& random;
  DispatcherSettings settings;

  std::mutex mutex;
  std::condition_variable changed;
  std::vector<Returned> mailbox;
  bool woken = true;
  bool stopping = false;

  // The thread's own.
  Lanes lanes;
  std::map<std::int64_t, Claim> under_way;
  std::vector<Outcome> outcomes;
  std::chrono::milliseconds next_look{0};

  std::atomic<std::uint64_t> sent{0};
  std::atomic<std::uint64_t> delivered{0};
  std::atomic<std::uint64_t> failed{0};
  std::thread thread;
};

void Dispatcher::Parts::run() {
  while (wait()) {
    if (!turn()) {
      next_look = pause_after_failure;
      continue;
    }
    send_all();
  }
}

/// Until there is something to do; false when all is done and the dispatcher stops.
bool Dispatcher::Parts::wait() {
  std::vector<Returned> returned;
  bool ending = false;
  {
    std::unique_lock lock(mutex);
    const auto something = [this] { return woken || stopping || !mailbox.empty(); };
    const auto on_return = [this] { return !mailbox.empty(); };
    if (stopping && !under_way.empty()) {
      changed.wait(lock, on_return);
    } else {
      changed.wait_for(lock, next_look, something);
    }
    woken = false;
    returned.swap(mailbox);
    ending = stopping;
  }
  for (const auto& one : returned)
    settle(one);
  if (ending) put_back(lanes.give_back());
  return !ending || !under_way.empty() || !outcomes.empty();
}

void Dispatcher::Parts::settle(const Returned& returned) {
  auto node = under_way.extract(returned.first);
  const auto& claim = node.mapped();
  const auto& result = returned.second;
  TryResult tried;
  if (result) tried = {result->status, result->retry_after};
  const auto verdict = next_attempt(standard_schedule(), claim.attempt, tried, clock.now(), random);
  ++(verdict.fate == Fate::delivered ? delivered : failed);
  outcomes.push_back({claim.id, verdict.fate, tried.status, reason_of(result), verdict.next_at});
  put_back(lanes.finished(claim, ending_of(verdict.fate, tried.status)));
}

void Dispatcher::Parts::put_back(const std::vector<Claim>& claims) {
  for (const auto& claim : claims)
    outcomes.push_back({claim.id, Fate::not_sent, 0, {}, {}});
}

/// One transaction of the outbox. What could not be recorded is recorded with the next.
bool Dispatcher::Parts::turn() {
  bool ending = false;
  {
    const std::lock_guard lock(mutex);
    ending = stopping;
  }
  auto claims = outbox.turn(outcomes, clock.now(), ending ? Room{} : lanes.room());
  if (!claims) {
    base::log(base::Level::error, "outbox_turn_failed",
              {{"kind", base::name_of(claims.error().kind())},
               {"reason", std::string_view(claims.error().text())}});
    return false;
  }
  outcomes.clear();
  next_look = claims->empty() && !ending ? until_due() : settings.longest_wait;
  for (auto& claim : *claims)
    lanes.offer(std::move(claim));
  return true;
}

std::chrono::milliseconds Dispatcher::Parts::until_due() {
  const auto now = clock.now();
  const auto due = outbox.next_due(now);
  if (!due) return settings.longest_wait;
  return std::clamp(*due - now, std::chrono::milliseconds(1), settings.longest_wait);
}

void Dispatcher::Parts::send_all() {
  while (auto claim = lanes.take())
    send(std::move(*claim));
}

void Dispatcher::Parts::send(Claim claim) {
  const auto id = claim.id;
  const auto receiver = receivers.find(claim.partner);
  egress::OutgoingRequest request;
  if (receiver) request = signed_request(claim, *receiver, clock.now());
  under_way.emplace(id, std::move(claim));
  if (!receiver) return back(id, base::fail(base::Kind::not_found, "no such partner"));
  ++sent;
  sender(std::move(request),
         [this, id](base::Result<egress::Answer> result) { back(id, std::move(result)); });
}

void Dispatcher::Parts::back(std::int64_t id, base::Result<egress::Answer> result) {
  // Notified under the lock: once stop() has seen the last return, this object may go.
  const std::lock_guard lock(mutex);
  mailbox.emplace_back(id, std::move(result));
  changed.notify_one();
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
