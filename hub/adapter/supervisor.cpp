#include "hub/adapter/supervisor.hpp"

#include <algorithm>
#include <utility>

#include "hub/base/log.hpp"
#include "sdk/wire/extensions.hpp"

namespace hub::adapter {

using base::fail;
using base::Failure;
using base::Kind;
using base::Level;
using base::Result;

namespace {

Failure busy() {
  return fail(Kind::busy, "the adapter is at work");
}

bool knows_feed(const tsunagu::wire::Manifest& manifest, const std::string& name) {
  return std::any_of(manifest.feeds.begin(), manifest.feeds.end(),
                     [&](const auto& feed) { return feed.name == name; });
}

bool is_one_of(const std::vector<std::string>& kinds, const std::string& kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// The adapter works without them; an operator may want the hub or the adapter of another version.
void log_unused(const std::string& source, const tsunagu::wire::Manifest& manifest) {
  for (const std::string& why : tsunagu::wire::unusable_extensions(manifest)) {
    base::log(Level::warning, "adapter_extension_unused",
              {{"source", std::string_view(source)}, {"reason", std::string_view(why)}});
  }
}

void log_fault(const std::string& source, const Fault& fault, int in_a_row) {
  base::log(Level::warning, "adapter_died",
            {{"source", std::string_view(source)},
             {"cause", name_of(fault.cause)},
             {"code", std::int64_t{fault.code}},
             {"in_a_row", std::int64_t{in_a_row}}});
}

}  // namespace

Supervisor::Supervisor(Launch launch, const base::Clock& clock, base::Random& random)
    : source_(launch.source),
      clock_(clock),
      launch_(std::move(launch)),
      backoff_(launch_.budget, clock, random) {}

Supervisor::~Supervisor() {
  stop();
}

Result<> Supervisor::start() {
  const Working working = begin();
  if (!working) return busy();
  return ensure_running();
}

Result<DecodeSummary> Supervisor::decode(const Delivery& delivery, InputSource& input,
                                         RecordHandler& handler) {
  const Working working = begin();
  if (!working) return busy();
  if (backoff_.sets_aside(delivery.key)) {
    return fail(Kind::invalid, "this delivery ended the adapter's process repeatedly");
  }
  if (auto ready = ready_for_work(); !ready) return ready.error();
  if (!knows_feed(process_->manifest(), delivery.feed)) {
    return fail(Kind::unsupported, "the adapter has no feed " + delivery.feed);
  }
  show(State::working);
  auto decoded = settle(process_->decode(delivery, input, handler), delivery.key);
  if (process_) note_health();
  return decoded;
}

Result<PushSummary> Supervisor::push(const std::string& kind, const std::string& json) {
  const Working working = begin();
  if (!working) return busy();
  if (!is_one_of(launch_.may_push, kind)) {
    return fail(Kind::forbidden, "the source's adapter may not push " + kind +
                                     ": grant it with may_push in sources.yaml");
  }
  if (auto ready = ready_for_work(); !ready) return ready.error();
  if (!is_one_of(process_->manifest().pushes, kind)) {
    PushSummary nothing;
    nothing.supported = false;
    return nothing;
  }
  show(State::working);
  return settle(process_->push(kind, json), {});
}

Result<std::string> Supervisor::recognize(const Beginning& beginning) {
  const Working working = begin();
  if (!working) return busy();
  if (auto ready = ready_for_work(); !ready) return ready.error();
  show(State::working);
  return settle(process_->recognize(beginning), {});
}

/// What keeps an adapter from starting is never the delivery's fault.
Result<> Supervisor::ready_for_work() {
  auto running = ensure_running();
  if (running || running.error().kind() == Kind::unavailable) return running;
  return fail(Kind::unavailable, "the adapter does not start: " + running.error().text());
}

Result<> Supervisor::ensure_running() {
  if (stopping_.awake()) return fail(Kind::unavailable, "stopped");
  if (process_) process_->look();
  if (process_ && !process_->usable()) bury({});
  if (process_) return {};
  if (refused_) return *refused_;
  if (backoff_.quarantined()) {
    return fail(Kind::unavailable,
                "the adapter is quarantined after repeated deaths; see `tsunagu "
                "doctor`, then release it");
  }
  if (backoff_.waiting()) return fail(Kind::unavailable, "the adapter pauses after it died");
  return start_process();
}

Result<> Supervisor::start_process() {
  auto started = AdapterProcess::start(launch_, stopping_.descriptor());
  if (!started) return not_started(started.error());
  process_ = std::move(*started);
  {
    const std::lock_guard lock(shown_mutex_);
    manifest_ = std::make_shared<const tsunagu::wire::Manifest>(process_->manifest());
    ++shown_.starts;
    shown_.guards = process_->guards();
    shown_.pid = process_->child().pid();
    memory_ = process_->child().memory();
    shown_.publisher = process_->child().publisher();
  }
  // What was signed once doesn't lose its signature unnoticed while this hub runs.
  launch_.trust.was_signed = launch_.trust.was_signed || !process_->child().publisher().empty();
  log_unused(source_, process_->manifest());
  show(State::ready);
  note_health();
  return {};
}

/// Who dies of the question is found dead by the next piece of work.
void Supervisor::note_health() {
  auto lines = process_->health();
  const std::lock_guard lock(shown_mutex_);
  shown_.health = lines ? std::move(*lines) : std::vector<HealthLine>();
}

Failure Supervisor::not_started(const Failure& why) {
  if (stopping_.awake()) return fail(Kind::unavailable, "stopped");
  if (why.kind() == Kind::busy) {
    backoff_.postponed();
    show(State::backing_off);
    const std::lock_guard lock(shown_mutex_);
    shown_.last_fault = Fault{Cause::not_started, 0, why.text()};
    shown_.next_start = backoff_.next_start();
    return fail(Kind::unavailable, why.text());
  }
  if (why.kind() != Kind::unavailable) {
    refused_ = why;
    show(State::refused);
    const std::lock_guard lock(shown_mutex_);
    shown_.last_fault = Fault{Cause::not_started, 0, why.text()};
    return why;
  }
  note_death(Fault{Cause::not_started, 0, why.text()}, {});
  return why;
}

template <class T>
Result<T> Supervisor::settle(Result<T> result, const std::string& key) {
  if (!process_->usable()) {
    bury(key);
    return result;
  }
  backoff_.worked(key);
  show(State::ready);
  return result;
}

void Supervisor::bury(const std::string& key) {
  const std::optional<Fault> fault = process_->fault();
  process_.reset();
  if (fault) {
    note_death(*fault, key);
  } else {
    show(State::stopped);
  }
}

void Supervisor::note_death(const Fault& fault, const std::string& key) {
  backoff_.died(key);
  log_fault(source_, fault, backoff_.in_a_row());
  {
    const std::lock_guard lock(shown_mutex_);
    ++shown_.deaths;
    shown_.last_fault = fault;
    shown_.next_start = backoff_.next_start();
  }
  show(backoff_.quarantined() ? State::quarantined : State::backing_off);
  if (backoff_.quarantined() && keep_) keep_({*status().quarantined_since, fault});
}

void Supervisor::quarantine(const Quarantine& known) {
  const std::lock_guard working(work_);
  backoff_.give_up();
  const std::lock_guard lock(shown_mutex_);
  shown_.state = State::quarantined;
  shown_.quarantined_since = known.since;
  shown_.last_fault = known.fault;
}

void Supervisor::show(State state) {
  const std::lock_guard lock(shown_mutex_);
  shown_.state = state;
  if (state != State::quarantined)
    shown_.quarantined_since.reset();
  else if (!shown_.quarantined_since)
    shown_.quarantined_since = clock_.now();
  shown_.deaths_in_a_row = backoff_.in_a_row();
  if (!process_) shown_.pid = 0;
}

Supervisor::ManifestPointer Supervisor::manifest() const {
  const std::lock_guard lock(shown_mutex_);
  return manifest_;
}

Status Supervisor::status() const {
  Status status;
  Memory memory;
  {
    const std::lock_guard lock(shown_mutex_);
    status = shown_;
    memory = memory_;
  }
  if (status.pid != 0) status.memory_bytes = memory();
  return status;
}

Result<> Supervisor::reload(Launch launch) {
  const Working working = begin();
  if (!working) return busy();
  process_.reset();
  refused_.reset();
  launch_ = std::move(launch);
  backoff_.renew(launch_.budget);
  show(State::stopped);
  return {};
}

Result<> Supervisor::release() {
  const Working working = begin();
  if (!working) return busy();
  backoff_.forgive();
  refused_.reset();
  if (!process_) show(State::stopped);
  return {};
}

void Supervisor::stop() {
  stopping_.wake();
  const std::lock_guard working(work_);  // an exchange at work ends at once
  process_.reset();
  show(State::stopped);
}

}  // namespace hub::adapter
