#include "hub/delivery/desk_push.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "hub/audit/entry.hpp"
#include "hub/base/limits.hpp"
#include "hub/base/log.hpp"
#include "hub/base/unique_fd.hpp"
#include "hub/store/outbox.hpp"
#include "hub/store/partners.hpp"

namespace hub::delivery {
namespace {

using base::Kind;
using base::Result;
namespace fs = std::filesystem;

constexpr std::chrono::seconds between_looks(5);
constexpr std::chrono::minutes after_failure(1);
constexpr std::size_t at_once = 16;

base::Failure write_failure() {
  const auto kind = errno == ENOSPC || errno == EDQUOT ? Kind::storage_full : Kind::unavailable;
  return {kind, std::string("write to the desk's folder: ") + std::strerror(errno)};
}

/// Whole or not at all: written beside, synced, renamed.
Result<> write_whole(const fs::path& file, std::string_view bytes) {
  const auto beside = file.parent_path() / ("." + file.filename().string() + ".part");
  base::UniqueFd out(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640));
  if (!out) return write_failure();
  while (!bytes.empty()) {
    const auto done = ::write(out.get(), bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return write_failure();
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  if (::fsync(out.get()) != 0) return write_failure();
  if (std::rename(beside.c_str(), file.c_str()) != 0) return write_failure();
  return {};
}

const profile::Feed* drop_back_of(const service::Book& book, const std::string& source) {
  const auto* configured = profile::find_source(book.profile, source);
  if (configured == nullptr) return nullptr;
  for (const auto& feed : configured->feeds) {
    if (!feed.drop_back.empty()) return &feed;
  }
  return nullptr;
}

}  // namespace

DeskPush::DeskPush(service::Context& context, PushTo push, fs::path back_root)
    : context_(context),
      push_(std::move(push)),
      back_root_(std::move(back_root)),
      thread_([this] { loop(); }) {}

DeskPush::~DeskPush() {
  stop();
}

void DeskPush::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  wake_.notify_all();
}

void DeskPush::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void DeskPush::loop() {
  while (true) {
    const auto again = round();
    if (!again) {
      base::log(base::Level::warning, "desk_push_waits",
                {{"reason", base::name_of(again.error().kind())}});
    }
    std::unique_lock lock(mutex_);
    if (stopping_) return;
    if (again && *again) continue;
    wake_.wait_for(lock, between_looks, [this] { return stopping_ || woken_; });
    woken_ = false;
    if (stopping_) return;
  }
}

Result<bool> DeskPush::round() {
  const auto book = context_.book();
  using Claimed = std::vector<std::pair<store::Order, service::PushBack>>;
  const auto claimed = context_.db.write([&](store::Transaction& tx) -> Result<Claimed> {
    store::ClaimRoom room;
    for (const auto& partner : store::list_partners(tx)) {
      if (!partner.name.starts_with(service::push_partner)) continue;
      room.partners[partner.name] = at_once;
      room.in_all += at_once;
    }
    Claimed out;
    if (room.in_all == 0) return out;
    const auto until = tx.now() + std::chrono::milliseconds(base::limits::adapter_exchange_ms);
    for (const auto& order : store::claim_due(tx, room, until)) {
      audit::Entry entry;
      entry.actor = "system";
      entry.action = "answer.claimed";
      entry.objects = {"order/" + order.id.text()};
      entry.recipient = order.partner;
      tx.audit(entry);
      if (auto push = service::render_push(tx, *book, order)) out.emplace_back(order, *push);
    }
    return out;
  });
  if (!claimed) return claimed.error();
  for (const auto& [order, push] : *claimed) {
    if (auto settled = settle(order, serve(order, push)); !settled) return settled.error();
  }
  return !claimed->empty();
}

Result<> DeskPush::serve(const store::Order& order, const service::PushBack& push) {
  const auto summary = push_(push.source, push.kind, push.json);
  if (!summary) return summary.error();
  if (!summary->supported) return base::fail(Kind::unsupported, "the adapter does not push");
  if (summary->refusal) return base::fail(Kind::invalid, summary->refusal->code);
  return put(order, push, *summary);
}

Result<> DeskPush::put(const store::Order& order, const service::PushBack& push,
                       const adapter::PushSummary& summary) {
  const auto book = context_.book();
  const auto* feed = drop_back_of(*book, push.source);
  if (feed == nullptr) return base::fail(Kind::unsupported, "the source has no drop-back folder");
  const auto folder = back_root_ / feed->drop_back;
  std::error_code error;
  fs::create_directories(folder, error);
  for (const auto& file : summary.files) {
    if (auto done = write_whole(folder / (order.id.text() + file.suffix), file.bytes); !done) {
      return done;
    }
  }
  return {};
}

Result<> DeskPush::settle(const store::Order& order, const Result<>& done) {
  if (!done) {
    const auto id = order.id.text();
    base::log(base::Level::warning, "desk_push_failed",
              {{"order", std::string_view(id)},
               {"to", std::string_view(order.partner)},
               {"kind", base::name_of(done.error().kind())},
               {"reason", std::string_view(done.error().text())}});
  }
  return context_.db.write([&](store::Transaction& tx) -> Result<> {
    const auto kind = done ? Kind::internal : done.error().kind();
    const bool final = kind == Kind::unsupported || kind == Kind::invalid;
    const std::string reason = done ? "" : std::string(base::name_of(kind));
    store::add_attempt(tx, order.row, 0, reason);
    if (done) {
      store::close_order(tx, order.row, store::Fate::delivered, "");
    } else if (final) {
      store::close_order(tx, order.row, store::Fate::given_up, reason);
    } else {
      store::retry_order(tx, order.row, tx.now() + after_failure);
    }
    audit::Entry entry;
    entry.actor = "system";
    entry.action = done ? "answer.pushed" : "answer.push_failed";
    entry.objects = {"order/" + order.id.text()};
    entry.recipient = order.partner;
    entry.rule = reason;
    tx.audit(entry);
    return {};
  });
}

}  // namespace hub::delivery
