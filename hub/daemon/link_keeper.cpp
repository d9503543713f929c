#include "hub/daemon/link_keeper.hpp"

#include "hub/base/log.hpp"
#include "hub/service/link_basis.hpp"

namespace hub::daemon {
namespace {

using base::Result;
using service::OnRelinked;
using service::RelinkProgress;

/// What failed may come right by itself: a full disk, a file that somebody mends.
constexpr std::chrono::minutes between_tries(10);

}  // namespace

LinkKeeper::~LinkKeeper() {
  stop();
}

void LinkKeeper::start() {
  wanted_ = true;
  thread_ = std::thread([this] { loop(); });
}

void LinkKeeper::look_again() {
  {
    const std::lock_guard lock(mutex_);
    wanted_ = true;
  }
  wake_.notify_all();
}

void LinkKeeper::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void LinkKeeper::loop() {
  while (!stopping_) {
    wanted_ = false;
    const auto done = look();
    if (!done && !stopping_ && !wanted_) {
      base::log(base::Level::warning, "links_not_made_anew", {{"reason", done.error().text()}});
      note_trouble(done.error().text());
    }
    std::unique_lock lock(mutex_);
    const auto due = [this] { return stopping_ || wanted_; };
    if (done) {
      wake_.wait(lock, due);
    } else {
      wake_.wait_for(lock, between_tries, due);
    }
  }
}

/// What an operator has begun is waited for: it ends by what is wanted, too.
Result<> LinkKeeper::look() {
  const std::lock_guard turn(one_);
  const auto why = service::why_link_anew(context_);
  if (!why) return why.error();
  if (why->empty()) {
    note_trouble({});
    return {};
  }
  base::log(base::Level::info, "links_made_anew", {{"why", why->front()}});
  const auto done = work(
      Anew::rebuild, "system", [this](const auto&) { return !wanted_.load(); }, *why);
  if (!done) return done.error();
  base::log(base::Level::info, "links_made_anew_ended", {{"records", done->records}});
  return {};
}

Result<RelinkProgress> LinkKeeper::run(Anew anew, std::string_view actor, const OnRelinked& see) {
  const std::unique_lock turn(one_, std::try_to_lock);
  if (!turn) return base::fail(base::Kind::busy, "everything is being linked anew already");
  return work(anew, actor, see, {});
}

Result<RelinkProgress> LinkKeeper::work(Anew anew, std::string_view actor, const OnRelinked& see,
                                        std::vector<std::string> why) {
  {
    const std::lock_guard lock(mutex_);
    state_ = {true, {}, std::move(why), {}};
  }
  const auto link = anew == Anew::estimate ? service::estimate_links : service::rebuild_links;
  auto done = link(context_, actor, [&](const RelinkProgress& progress) {
    note(progress);
    return !stopping_ && see(progress);
  });
  const std::lock_guard lock(mutex_);
  state_.running = false;
  return done;
}

void LinkKeeper::note(const RelinkProgress& progress) {
  const std::lock_guard lock(mutex_);
  state_.progress = progress;
}

void LinkKeeper::note_trouble(std::string trouble) {
  const std::lock_guard lock(mutex_);
  state_.trouble = std::move(trouble);
}

RelinkState LinkKeeper::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

}  // namespace hub::daemon
