#include "hub/intake/source_runner.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

#include "hub/audit/entry.hpp"
#include "hub/base/log.hpp"
#include "hub/intake/chosen.hpp"
#include "hub/intake/known.hpp"
#include "hub/intake/take_files.hpp"
#include "hub/service/let_go.hpp"
#include "hub/service/receive.hpp"
#include "hub/store/sources.hpp"

namespace hub::intake {
namespace {

using base::Kind;
using base::Level;
using base::Result;

constexpr std::chrono::milliseconds between_looks(500);

bool is_open_to_decode(store::ArrivalState state) {
  return state == store::ArrivalState::received || state == store::ArrivalState::decoding ||
         state == store::ArrivalState::staged;
}

Result<store::FeedRow> ensure_row(service::Context& context, const service::FeedPlan& plan) {
  return context.db.write([&](store::Transaction& tx) -> Result<store::FeedRow> {
    const auto row = store::ensure_feed(tx, plan.source, plan.feed);
    audit::Entry entry;
    entry.actor = "system";
    entry.action = "source.ready";
    entry.objects = {"source/" + plan.source, "feed/" + plan.feed};
    tx.audit(entry);
    return row;
  });
}

/// Whoever waits for an answer goes before a delivery: the calling thread, and what it starts, runs
/// where the others leave room.
void step_back() {
  constexpr int behind = 10;
  (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), behind);
}

}  // namespace

SourceRunner::SourceRunner(RunnerShare share, profile::Source source)
    : share_(std::move(share)), source_(std::move(source)) {
  if (source_.kind != profile::SourceKind::field) return;
  version_ = chosen_version(share_.context, source_, share_.places);
  adapter_ = std::make_unique<adapter::Supervisor>(
      known_launch(share_.context, source_, share_.places, version_), share_.context.clock,
      share_.context.random);
  watch_quarantine(share_.context, *adapter_);
}

SourceRunner::~SourceRunner() {
  stop();
}

void SourceRunner::start() {
  thread_ = std::thread([this] {
    step_back();
    loop();
  });
}

void SourceRunner::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  between_.close();
  if (adapter_) adapter_->stop();
  if (thread_.joinable()) thread_.join();
}

void SourceRunner::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  wake_.notify_all();
}

service::Stopping SourceRunner::stopping() {
  return [this] {
    const std::lock_guard lock(mutex_);
    return stopping_;
  };
}

/// False: it is time to stop.
bool SourceRunner::wait() {
  std::unique_lock lock(mutex_);
  wake_.wait_for(lock, between_looks, [this] { return stopping_ || woken_; });
  woken_ = false;
  return !stopping_;
}

void SourceRunner::loop() {
  const bool leads = source_.kind == profile::SourceKind::protection_register;
  while (true) {
    const auto again = round();
    say_why(again ? std::string() : again.error().text());
    if (leads) share_.register_first.busy((again && *again) || waiting_);
    switch_if_asked(again && *again);
    if (again && *again) {
      const std::lock_guard lock(mutex_);
      if (!stopping_) continue;
    }
    if (!wait()) return;
  }
}

/// Once for each new reason: a full disk is not told twice a second.
void SourceRunner::say_why(const std::string& reason) {
  if (reason == waits_for_) return;
  waits_for_ = reason;
  if (reason.empty()) {
    base::log(Level::info, "source_goes_on", {{"source", source_.code}});
  } else {
    base::log(Level::warning, "source_waits", {{"source", source_.code}, {"reason", reason}});
  }
}

Result<bool> SourceRunner::round() {
  if (feeds_.empty()) {
    const auto prepared = prepare();
    note_tried();
    if (!prepared) return prepared.error();
  }
  forget_destroyed();
  const bool leads = source_.kind == profile::SourceKind::protection_register;
  if (!leads && share_.register_first.others_wait()) return false;
  const auto paused = is_paused();
  if (!paused) return paused.error();
  if (*paused) return false;
  bool anything = false;
  waiting_ = false;
  for (auto& feed : feeds_) {
    const auto taken = take_files(feed);
    if (!taken) return taken.error();
    anything = anything || *taken;
    if (feed.poll && share_.egress != nullptr) {
      const auto polled =
          feed.poll->look(share_.context, feed.plan.row, *share_.egress, stopping());
      if (!polled) return polled.error();
      anything = anything || *polled;
    }
  }
  const auto settled = settle_open();
  if (!settled) return settled.error();
  return anything || *settled;
}

void SourceRunner::note_tried() {
  {
    const std::lock_guard lock(feeds_mutex_);
    tried_ = true;
  }
  started_.notify_all();
}

Result<> SourceRunner::prepare() {
  const auto book = share_.context.book();
  if (!adapter_) return open_feeds({register_plan(source_, book->profile, book->settings)});
  if (auto started = adapter_->start(); !started) return started.error();
  const auto launch = launch_of(source_, book->settings, share_.places, version_);
  if (auto noted = note_known(share_.context, known_of(source_, launch, *adapter_)); !noted)
    return noted.error();
  auto plans = plans_of(with_mapping(source_, version_.mapping), book->profile, book->settings,
                        *adapter_->manifest());
  if (!plans) return plans.error();
  return open_feeds(std::move(*plans));
}

Result<> SourceRunner::open_feeds(std::vector<service::FeedPlan> plans) {
  const auto book = share_.context.book();
  std::vector<FeedAtWork> feeds;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    FeedAtWork work{source_.feeds[i], std::move(plans[i]), std::nullopt, std::nullopt};
    const auto row = ensure_row(share_.context, work.plan);
    if (!row) return row.error();
    work.plan.row = *row;
    if (work.feed.transport == profile::Transport::drop_folder) {
      DropSettings settings;
      settings.folder = share_.drop_root / work.feed.folder;
      settings.pattern = work.feed.files;
      settings.largest = static_cast<std::uint64_t>(largest_arrival(book->settings));
      settings.quiet = std::chrono::milliseconds(book->settings.quiet_ms);
      auto folder = DropFolder::open(settings, share_.context.clock, share_.context.random);
      if (!folder) return folder.error();
      work.folder.emplace(std::move(*folder));
    } else if (work.feed.transport == profile::Transport::poll) {
      work.poll.emplace(work.feed, source_.code, book->settings.secrets,
                        largest_arrival(book->settings));
    }
    feeds.push_back(std::move(work));
  }
  const std::lock_guard lock(feeds_mutex_);
  feeds_ = std::move(feeds);
  return {};
}

Result<bool> SourceRunner::is_paused() {
  return share_.context.db.read([this](store::Reader& reader) -> Result<bool> {
    const auto known = store::find_source(reader, source_.code);
    return known && known->paused_at.has_value();
  });
}

Result<bool> SourceRunner::take_files(FeedAtWork& feed) {
  if (!feed.folder) return false;
  const auto taken = take_dropped(share_.context, feed.plan, *feed.folder, stopping());
  if (!taken) return taken.error();
  waiting_ = waiting_ || taken->waiting;
  return taken->anything;
}

/// Somebody who reads may hold the log: then again in the next round.
void SourceRunner::forget_destroyed() {
  while (!to_forget_.empty()) {
    const auto forgotten = service::forget(share_.context, to_forget_.back());
    if (!forgotten) {
      base::log(Level::warning, "destroyed_bytes_in_the_log",
                {{"source", source_.code},
                 {"arrival", to_forget_.back().text()},
                 {"reason", base::name_of(forgotten.error().kind())}});
      return;
    }
    to_forget_.pop_back();
  }
}

SourceRunner::FeedAtWork* SourceRunner::feed_of(store::FeedRow row) {
  const auto at = std::find_if(feeds_.begin(), feeds_.end(),
                               [row](const FeedAtWork& feed) { return feed.plan.row == row; });
  return at == feeds_.end() ? nullptr : &*at;
}

/// The oldest delivery that can go on; false when none can.
Result<bool> SourceRunner::settle_open() {
  const auto open =
      share_.context.db.read([](store::Reader& reader) -> Result<std::vector<store::Arrival>> {
        return store::list_open_arrivals(reader);
      });
  if (!open) return open.error();
  std::vector<store::FeedRow> held;  // feeds of which a replay waits for a person
  for (const auto& arrival : *open) {
    auto* feed = feed_of(arrival.feed);
    const bool replays = static_cast<bool>(arrival.replay_of);
    if (replays && arrival.state == store::ArrivalState::paused) held.push_back(arrival.feed);
    if (feed == nullptr || !is_open_to_decode(arrival.state)) continue;
    if (replays && std::count(held.begin(), held.end(), arrival.feed) > 0) continue;
    waiting_ = true;
    const auto ending = settle(*feed, arrival);
    if (!ending) return ending.error();
    share_.applied();
    if (*ending == Ending::destroyed) {
      to_forget_.push_back(arrival.id);
      forget_destroyed();
    }
    return *ending != Ending::try_again;
  }
  return false;
}

Result<Ending> SourceRunner::settle(FeedAtWork& feed, const store::Arrival& arrival) {
  const bool released = service::is_wanted(arrival);
  if (!adapter_) {
    return apply_register_file(share_.context, feed.plan, feed.feed, arrival, released);
  }
  return decode_and_apply(share_.context, *adapter_, feed.plan, arrival, released, stopping());
}

/// Not while a delivery stands half applied, which a stop may have left: its other half comes from
/// the same version, unless that can't go on.
void SourceRunner::switch_if_asked(bool goes_on) {
  if (between_.asked() && !(goes_on && is_half_done())) between_.serve();
}

bool SourceRunner::is_half_done() {
  const auto half = share_.context.db.read([this](store::Reader& reader) -> Result<bool> {
    const auto open = store::list_open_arrivals(reader);
    return std::any_of(open.begin(), open.end(), [this](const store::Arrival& arrival) {
      const bool begun = arrival.state == store::ArrivalState::decoding ||
                         arrival.state == store::ArrivalState::staged;
      return begun && feed_of(arrival.feed) != nullptr;
    });
  });
  return half && *half;
}

/// The row is the switch: what is read after it is read by the new version, also after a stop.
Result<> SourceRunner::take_over(const Takeover& next) {
  if (version_ != next.from)
    return base::fail(Kind::conflict, "the source was switched meanwhile; look at it again");
  const auto launch = [&](const Version& version) {
    auto known = known_launch(share_.context, source_, share_.places, version);
    known.trust.awaited.clear();  // the switch is the word of a person
    return known;
  };
  if (auto loaded = adapter_->reload(launch(next.to)); !loaded) return loaded;
  auto written = share_.context.db.write([&](store::Transaction& tx) -> Result<> {
    next.write(tx);
    return {};
  });
  if (!written) {
    static_cast<void>(adapter_->reload(launch(next.from)));
    return written;
  }
  const std::lock_guard lock(feeds_mutex_);
  version_ = next.to;
  for (std::size_t i = 0; i < feeds_.size(); ++i) {
    const auto row = feeds_[i].plan.row;
    feeds_[i].plan = next.plans[i];
    feeds_[i].plan.row = row;
  }
  return {};
}

}  // namespace hub::intake
