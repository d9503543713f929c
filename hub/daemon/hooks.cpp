#include "hub/daemon/hooks.hpp"

#include "hub/base/log.hpp"
#include "hub/service/webhook.hpp"

namespace hub::daemon {
namespace {

/// What failed for want of room or a free writer is tried again.
constexpr std::chrono::seconds between_looks(5);

}  // namespace

Hooks::Hooks(service::Context& context, std::function<void()> acted)
    : context_(context), acted_(std::move(acted)), thread_([this] { loop(); }) {}

Hooks::~Hooks() {
  stop();
}

void Hooks::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  wake_.notify_all();
}

void Hooks::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Hooks::loop() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    wake_.wait_for(lock, between_looks, [this] { return stopping_ || woken_; });
    woken_ = false;
    if (stopping_) return;
    lock.unlock();
    const auto processed = service::process_hooks(context_);
    if (!processed) {
      base::log(base::Level::warning, "webhooks_wait",
                {{"reason", base::name_of(processed.error().kind())}});
    } else if (processed->anything) {
      acted_();
    }
    lock.lock();
    if (processed && processed->anything) woken_ = true;  // there may be more than one batch
  }
}

}  // namespace hub::daemon
