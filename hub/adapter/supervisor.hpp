// Keeps the adapter of one configured source at work: starts its process when there is something to
// do, restarts it after a pause, and gives up on it after repeated deaths. One Supervisor per
// source, so that one adapter that dies, hangs or floods slows no other.
//
// All functions may be called from any thread. `decode`, `push` and `health` block until the
// adapter answered or its budget is used up, and answer `busy` at once when another thread has the
// adapter. Failures:
//   unavailable  the process died, hung, pauses, is quarantined, or can't be started: try the
//                delivery again after status().next_start. What the handler got must be dropped.
//   invalid      this delivery ended the process repeatedly: set it aside, until somebody mended
//                the adapter or wants it tried again
//   unsupported  the adapter has no such feed
//   forbidden    the operator has not granted this kind of message
//   busy         at work for another thread
//   anything     that the input or the handler failed with
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "hub/adapter/adapter_process.hpp"
#include "hub/adapter/backoff.hpp"
#include "hub/adapter/exchange.hpp"
#include "hub/adapter/fault.hpp"
#include "hub/adapter/launch.hpp"
#include "hub/adapter/wake.hpp"
#include "hub/base/clock.hpp"
#include "hub/base/random.hpp"
#include "hub/base/result.hpp"

namespace hub::adapter {

class Supervisor {
 public:
  using ManifestPointer = std::shared_ptr<const tsunagu::wire::Manifest>;

  /// Starts nothing yet. Borrows clock and random.
  Supervisor(Launch launch, const base::Clock& clock, base::Random& random);
  /// Kills the process.
  ~Supervisor();
  Supervisor(const Supervisor&) = delete;
  Supervisor& operator=(const Supervisor&) = delete;

  [[nodiscard]] const std::string& source() const { return source_; }

  /// Starts the process now, so that the first delivery need not wait and wrong settings are known
  /// at once. Does nothing when it runs. Failures also: `invalid` for refused settings or a bad
  /// manifest, `forbidden` for a file that others can write; then only `reload` helps.
  base::Result<> start();

  /// One delivery. Applied may be what `handler` got only when this succeeds without a refusal.
  base::Result<DecodeSummary> decode(const Delivery& delivery, InputSource& input,
                                     RecordHandler& handler);
  /// One message for the field's own system, as files.
  base::Result<PushSummary> push(const std::string& kind, const std::string& json);
  /// Which feed of the manifest a delivery is, by the adapter's own word; empty: it doesn't say.
  base::Result<std::string> recognize(const Beginning& beginning);

  /// Of the adapter as it was started last; null before the first start.
  [[nodiscard]] ManifestPointer manifest() const;
  [[nodiscard]] Status status() const;

  /// New settings or a new file: ends the process (busy while it works); the next call starts it.
  base::Result<> reload(Launch launch);
  /// It was quarantined before, and nobody released it since.
  void quarantine(const Quarantine& known);
  /// Who keeps that over restarts; called on the thread that saw the last death. Set before work.
  void on_quarantine(std::function<void(const Quarantine&)> keep) { keep_ = std::move(keep); }
  /// A person lets a quarantined adapter try again.
  base::Result<> release();
  /// Ends what is at work, within moments, and starts nothing any more.
  void stop();

 private:
  using Working = std::unique_lock<std::mutex>;

  Working begin() { return Working(work_, std::try_to_lock); }
  base::Result<> ensure_running();
  base::Result<> ready_for_work();
  base::Result<> start_process();
  void note_health();
  /// After each exchange: what became of the process.
  template <class T>
  base::Result<T> settle(base::Result<T> result, const std::string& key);
  void bury(const std::string& key);
  base::Failure not_started(const base::Failure& why);
  void note_death(const Fault& fault, const std::string& key);
  void show(State state);

  const std::string source_;
  const base::Clock& clock_;
  Wake stopping_;

  std::mutex work_;  // held while the adapter is used; guards what follows
  Launch launch_;
  Backoff backoff_;
  std::unique_ptr<AdapterProcess> process_;
  std::optional<base::Failure> refused_;  // it will not start until something changes

  std::function<void(const Quarantine&)> keep_;

  mutable std::mutex shown_mutex_;  // never held while waiting
  Status shown_;
  Memory memory_;
  ManifestPointer manifest_;
};

}  // namespace hub::adapter
