#include "hub/daemon/audit_keeper.hpp"

#include "hub/base/log.hpp"
#include "hub/daemon/signer_client.hpp"
#include "hub/store/audit_log.hpp"
#include "hub/store/audit_notes.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;

struct Standing {
  audit::Head head;
  std::int64_t noted = 0;
};

Result<Standing> standing_of(store::Database& database) {
  return database.read([](store::Reader& reader) -> Result<Standing> {
    return Standing{store::audit_head(reader), store::noted_rows(reader)};
  });
}

Result<> write_heartbeat(store::Database& database) {
  return database.write([](store::Transaction& tx) -> Result<> {
    audit::Entry entry;
    entry.actor = "system";
    entry.action = "audit.heartbeat";
    tx.audit(entry);
    return {};
  });
}

void complain(const Result<>& done) {
  if (done) return;
  base::log(base::Level::warning, "audit_unsigned", {{"reason", done.error().text()}});
}

}  // namespace

Result<std::unique_ptr<AuditKeeper>> AuditKeeper::open(store::Database& database,
                                                       const profile::AuditSettings& settings) {
  if (settings.signer.empty()) {
    return std::make_unique<AuditKeeper>(database, std::nullopt, Ask());
  }
  auto key = audit::VerifierKey::parse(settings.key);
  if (!key)
    return fail(Kind::invalid, "audit: key is no public key; `tsunagu-signer --public` tells it");
  return std::make_unique<AuditKeeper>(
      database, std::move(key),
      [socket = settings.signer](std::string_view body) { return ask_signer(socket, body); });
}

AuditKeeper::AuditKeeper(store::Database& database, std::optional<audit::VerifierKey> key, Ask ask)
    : database_(database), key_(std::move(key)), ask_(std::move(ask)) {}

AuditKeeper::~AuditKeeper() {
  stop();
}

void AuditKeeper::start(std::chrono::milliseconds pause) {
  thread_ = std::thread([this, pause] { loop(pause); });
}

void AuditKeeper::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void AuditKeeper::loop(std::chrono::milliseconds pause) {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    lock.unlock();
    complain(beat());
    lock.lock();
    wake_.wait_for(lock, pause, [this] { return stopping_; });
  }
  lock.unlock();
  if (key_) complain(sign());
}

Result<> AuditKeeper::beat() {
  const auto now = standing_of(database_);
  if (!now) return now.error();
  {
    const std::lock_guard lock(beating_);
    if (now->head.seq == seen_) {
      if (Result<> written = write_heartbeat(database_); !written) return written;
    }
    seen_ = now->head.seq == seen_ ? seen_ + 1 : now->head.seq;
  }
  return key_ ? sign() : Result<>();
}

Result<> AuditKeeper::sign() {
  const std::lock_guard lock(beating_);
  if (!key_) return fail(Kind::unavailable, "no signer is configured (hub.yaml, audit)");
  const auto now = standing_of(database_);
  if (!now) return now.error();
  if (now->head.seq == now->noted) return {};
  const audit::Checkpoint asked{key_->name(), now->head};
  const auto note = ask_(audit::to_body(asked));
  if (!note) return note.error();
  const auto answered = audit::open_note(*note, *key_);
  if (!answered || answered->head != now->head)
    return fail(Kind::conflict, "the signer's answer is not what its key signs");
  return keep(now->head, *note);
}

Result<> AuditKeeper::keep(const audit::Head& head, const std::string& note) {
  return database_.write([&](store::Transaction& tx) -> Result<> {
    store::keep_note(tx, head.seq, note);
    return {};
  });
}

}  // namespace hub::daemon
