// What other threads ask of a source's runner.
#include "hub/audit/entry.hpp"
#include "hub/base/limits.hpp"
#include "hub/intake/chosen.hpp"
#include "hub/intake/known.hpp"
#include "hub/intake/shelf.hpp"
#include "hub/intake/source_runner.hpp"
#include "hub/intake/take_files.hpp"
#include "hub/service/receive.hpp"
#include "hub/store/adapter_modules.hpp"
#include "hub/store/quarantines.hpp"

namespace hub::intake {
namespace {

using base::Kind;
using base::Result;

constexpr std::chrono::milliseconds longest_start(base::limits::adapter_start_ms);
constexpr std::chrono::milliseconds patience(base::limits::adapter_exchange_ms);

base::Failure no_adapter() {
  return base::fail(Kind::unsupported, "the hub reads this source itself");
}

audit::Entry entry_of(std::string_view action, std::string_view by, const std::string& source,
                      const Switched& switched) {
  audit::Entry entry;
  entry.actor = by;
  entry.action = action;
  entry.objects = {"source/" + source, "version/" + switched.version, "former/" + switched.former};
  return entry;
}

/// Another version has nothing to answer for yet, and may read what ended the one before.
void begin_with(store::Transaction& tx, const store::KnownAdapter& known, std::string_view by) {
  store::know_adapter(tx, known);
  store::release_quarantine(tx, known.source);
  service::take_up(tx, known.source, by);
}

}  // namespace

Version SourceRunner::version() {
  const std::lock_guard lock(feeds_mutex_);
  return version_;
}

/// The first wish of an operator may come while the adapter is still loading.
Result<> SourceRunner::await_first_try() {
  std::unique_lock lock(feeds_mutex_);
  const auto ended = [this] { return tried_.load() || !feeds_.empty(); };
  if (started_.wait_for(lock, longest_start, ended)) return {};
  return base::fail(Kind::busy,
                    "source " + source_.code + " is still starting: try again in a moment");
}

Result<> SourceRunner::await_start() {
  if (auto tried = await_first_try(); !tried) return tried;
  const std::lock_guard lock(feeds_mutex_);
  if (!feeds_.empty()) return {};
  return base::fail(Kind::unavailable,
                    "source " + source_.code + " could not be started; see `tsunagu doctor`");
}

Result<service::FeedPlan> SourceRunner::plan_for(const std::string& feed, const std::string& name,
                                                 Peeked& file) {
  if (auto started = await_start(); !started) return started.error();
  auto wanted = feed;
  if (wanted.empty() && source_.feeds.size() > 1) {
    adapter::Supervisor apart(known_launch(share_.context, source_, share_.places, version()),
                              share_.context.clock, share_.context.random);
    auto chosen = choose_feed(source_, apart, name, file);
    if (!chosen) return chosen.error();
    wanted = std::move(*chosen);
  }
  const std::lock_guard lock(feeds_mutex_);
  for (const auto& one : feeds_) {
    if (wanted.empty() || one.plan.feed == wanted) return one.plan;
  }
  return base::fail(Kind::not_found, "source " + source_.code + " has no feed " + wanted);
}

Result<Tried> SourceRunner::try_import(const std::string& feed, const std::string& name,
                                       std::int64_t size, const ReadFile& read) {
  Peeked file(read);
  const auto plan = plan_for(feed, name, file);
  if (!plan) return plan.error();
  if (!adapter_) return base::fail(Kind::unsupported, "a protection register has no dry run");
  return try_file(share_.context, known_launch(share_.context, source_, share_.places, version()),
                  *plan, size, [&](std::span<std::uint8_t> buffer) { return file.read(buffer); });
}

Result<store::ArrivalRef> SourceRunner::import(const std::string& feed, const std::string& name,
                                               const ReadFile& read) {
  Peeked file(read);
  const auto plan = plan_for(feed, name, file);
  if (!plan) return plan.error();
  const auto largest = largest_arrival(share_.context.book()->settings);
  auto arrival = keep_given(share_.context, *plan, name, largest,
                            [&](std::span<std::uint8_t> buffer) { return file.read(buffer); });
  if (arrival) wake();
  return arrival;
}

Result<> SourceRunner::compare(const Version& wish, std::size_t last, CompareSink& sink) {
  if (!adapter_) return no_adapter();
  const auto now = version();
  return compare_versions(share_.context, {source_, share_.places, now, over(now, wish)}, last,
                          sink);
}

Result<Switched> SourceRunner::switch_to(const Version& wish, std::string_view by,
                                         const GoOn& stays) {
  if (!adapter_) return no_adapter();
  if (auto tried = await_first_try(); !tried) return tried.error();
  const auto now = version();
  auto next = over(now, wish);
  store::AdapterChoice choice;
  std::shared_ptr<store::AdapterModule> held;
  if (!wish.module.empty()) {
    const Shelf shelf(share_.context.book()->settings.data);
    const auto put = shelf.put(wish.module);
    if (!put) return put.error();
    next.module = shelf.at(*put);
    auto read = shelf.read(*put);
    if (!read) return read.error();
    held = std::make_shared<store::AdapterModule>(std::move(*read));
  }
  if (next == now) return base::fail(Kind::conflict, "the source is read by that version already");
  const auto trial = Trial::open(share_.context, source_, share_.places, next);
  if (!trial) return trial.error();
  const Switched switched{manifest_version(), (*trial)->version()};
  choice.source = source_.code;
  choice.chosen_by = by;
  choice.version = switched.version;
  choice.module = next.module.filename().string();
  choice.mapping = next.mapping;
  choice.base = base_of(share_.context, source_, share_.places);
  return take_turn({now, next, (*trial)->plans(),
                    [&](store::Transaction& tx) {
                      if (held) store::hold_module(tx, *held);
                      store::choose_adapter(tx, choice);
                      begin_with(tx, (*trial)->known(), by);
                      tx.audit(entry_of("adapter.switched", by, source_.code, switched));
                    }},
                   switched, stays);
}

Result<Switched> SourceRunner::roll_back(std::string_view by, const GoOn& stays) {
  if (!adapter_) return no_adapter();
  if (auto tried = await_first_try(); !tried) return tried.error();
  const auto choices = standing_choices(share_.context, source_, share_.places);
  if (!choices) return choices.error();
  if (choices->empty())
    return base::fail(Kind::conflict, "the source was not switched; nothing goes back");
  const auto before = choices->size() > 1 ? version_of(share_.context, choices->at(1)) : Version();
  const auto trial = Trial::open(share_.context, source_, share_.places, before);
  if (!trial) return trial.error();
  const Switched switched{manifest_version(), (*trial)->version()};
  return take_turn({version(), before, (*trial)->plans(),
                    [&](store::Transaction& tx) {
                      store::undo_adapter_choice(tx, source_.code, by);
                      begin_with(tx, (*trial)->known(), by);
                      tx.audit(entry_of("adapter.rolled_back", by, source_.code, switched));
                    }},
                   switched, stays);
}

Result<> SourceRunner::accept(std::string_view by) {
  if (!adapter_) return no_adapter();
  auto forgotten = share_.context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto known = store::find_known_adapter(tx, source_.code);
    if (!known || (known->publisher.empty() && !known->awaited))
      return base::fail(Kind::conflict, "nothing is held against the source's adapter");
    store::forget_known_adapter(tx, source_.code);
    audit::Entry entry;
    entry.actor = by;
    entry.action = "adapter.accepted";
    entry.objects = {"source/" + source_.code};
    tx.audit(entry);
    return {};
  });
  if (!forgotten || adapter_->status().state != adapter::State::refused) return forgotten;
  auto loaded = adapter_->reload(known_launch(share_.context, source_, share_.places, version()));
  if (loaded) wake();
  return loaded;
}

Result<std::vector<base::ArrivalId>> SourceRunner::replay(const service::ReplayWish& wish,
                                                          std::string_view by) {
  if (!adapter_) return no_adapter();
  std::vector<service::FeedPlan> plans;
  {
    const std::lock_guard lock(feeds_mutex_);
    for (const auto& feed : feeds_)
      plans.push_back(feed.plan);
  }
  auto replayed = service::replay(share_.context, plans, wish, by);
  if (replayed) wake();
  return replayed;
}

std::string SourceRunner::manifest_version() const {
  const auto manifest = adapter_ ? adapter_->manifest() : nullptr;
  return manifest ? manifest->version : std::string();
}

Result<Switched> SourceRunner::take_turn(const Takeover& next, const Switched& switched,
                                         const GoOn& stays) {
  const auto done =
      between_.ask([&] { return take_over(next); }, stays, patience, [this] { wake(); });
  if (!done) return done.error();
  return switched;
}

}  // namespace hub::intake
