// Keeps one configured source at work, on a thread of its own, so that none slows another: takes
// what its folders and polls bring, keeps the bytes, and leads each delivery through.
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "hub/adapter/supervisor.hpp"
#include "hub/intake/between.hpp"
#include "hub/intake/compare.hpp"
#include "hub/intake/decode.hpp"
#include "hub/intake/drop_folder.hpp"
#include "hub/intake/feed_choice.hpp"
#include "hub/intake/plans.hpp"
#include "hub/intake/poll.hpp"
#include "hub/intake/register_first.hpp"
#include "hub/intake/try_file.hpp"
#include "hub/service/replay.hpp"

namespace hub::intake {

/// What all runners share. Borrowed.
struct RunnerShare {
  service::Context& context;
  RegisterFirst& register_first;
  egress::Client* egress = nullptr;  ///< null: nothing is polled
  std::filesystem::path drop_root;   ///< `drop/` of the data folder
  Places places;
  std::function<void()> applied;  ///< something may stand in the outbox now
};

/// Versions as their manifests tell them.
struct Switched {
  std::string former;
  std::string version;
};

class SourceRunner {
 public:
  SourceRunner(RunnerShare share, profile::Source source);
  /// stop().
  ~SourceRunner();
  SourceRunner(const SourceRunner&) = delete;
  SourceRunner& operator=(const SourceRunner&) = delete;

  void start();
  /// Ends what is at work within moments; a delivery in between is decoded again at the next start.
  void stop();
  /// Something came or was decided. Any thread.
  void wake();

  /// Keeps a file of the operator's as a delivery of a feed (empty: see choose_feed). Waits while
  /// the source is starting. Any thread.
  base::Result<store::ArrivalRef> import(const std::string& feed, const std::string& name,
                                         const ReadFile& read);
  /// What it would do; nothing is kept. Any thread.
  base::Result<Tried> try_import(const std::string& feed, const std::string& name,
                                 std::int64_t size, const ReadFile& read);
  /// What another version would change in the last deliveries. Any thread.
  base::Result<> compare(const Version& wish, std::size_t last, CompareSink& sink);
  /// Another version takes the place of the present one, as soon as the delivery in flight has
  /// ended, and stays over restarts. Where it fails, everything is as it was. Any thread.
  base::Result<Switched> switch_to(const Version& wish, std::string_view by, const GoOn& stays);
  /// Back to the version before the last switch, in the same way. Any thread.
  base::Result<Switched> roll_back(std::string_view by, const GoOn& stays);
  /// What stands there now may read the source, signed or not, and whatever read it before a
  /// restore. Also before a switch or a rollback to what nobody signed. Any thread.
  base::Result<> accept(std::string_view by);
  /// Kept deliveries are read again by the present version (hub/service/replay.hpp). Any thread.
  base::Result<std::vector<base::ArrivalId>> replay(const service::ReplayWish& wish,
                                                    std::string_view by);
  /// In place of the configured one, where anything is named. Any thread.
  [[nodiscard]] Version version();
  /// As the adapter tells it; empty before its first start. Any thread.
  [[nodiscard]] std::string manifest_version() const;
  /// It was prepared, or at least tried to be. Any thread.
  [[nodiscard]] bool tried_to_start() const noexcept { return tried_; }

  [[nodiscard]] const profile::Source& source() const noexcept { return source_; }
  /// Null for the protection register.
  [[nodiscard]] adapter::Supervisor* supervisor() noexcept { return adapter_.get(); }

 private:
  struct FeedAtWork {
    profile::Feed feed;
    service::FeedPlan plan;
    std::optional<DropFolder> folder;
    std::optional<Poll> poll;
  };

  /// What is decided on another thread and done on the runner's own.
  struct Takeover {
    Version from;
    Version to;
    std::vector<service::FeedPlan> plans;
    std::function<void(store::Transaction&)> write;
  };

  void loop();
  void switch_if_asked(bool goes_on);
  [[nodiscard]] bool is_half_done();
  base::Result<> take_over(const Takeover& next);
  base::Result<Switched> take_turn(const Takeover& next, const Switched& switched,
                                   const GoOn& stays);
  /// One round; true: look again at once.
  base::Result<bool> round();
  base::Result<> prepare();
  void note_tried();
  base::Result<> open_feeds(std::vector<service::FeedPlan> plans);
  base::Result<bool> take_files(FeedAtWork& feed);
  base::Result<bool> settle_open();
  base::Result<Ending> settle(FeedAtWork& feed, const store::Arrival& arrival);
  base::Result<bool> is_paused();
  void forget_destroyed();
  void say_why(const std::string& reason);
  FeedAtWork* feed_of(store::FeedRow row);
  /// Also where it failed: what can't start can be switched. Busy: not even tried in time.
  base::Result<> await_first_try();
  base::Result<> await_start();
  base::Result<service::FeedPlan> plan_for(const std::string& feed, const std::string& name,
                                           Peeked& file);
  bool wait();
  service::Stopping stopping();

  RunnerShare share_;
  profile::Source source_;
  std::unique_ptr<adapter::Supervisor> adapter_;
  std::mutex feeds_mutex_;  // feeds_ and version_ change on the own thread; others read them too
  Version version_;
  std::condition_variable started_;
  std::vector<FeedAtWork> feeds_;
  bool waiting_ = false;
  std::string waits_for_;                   // empty: nothing is wrong
  std::vector<base::ArrivalId> to_forget_;  // destroyed, but perhaps still in the log
  std::atomic<bool> tried_{false};
  Between between_;

  std::mutex mutex_;
  std::condition_variable wake_;
  bool woken_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace hub::intake
