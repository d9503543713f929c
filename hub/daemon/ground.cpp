#include "hub/daemon/ground.hpp"

#include <algorithm>
#include <tuple>

#include "hub/audit/entry.hpp"
#include "hub/base/log.hpp"
#include "hub/crypto/key_file.hpp"
#include "hub/daemon/restore.hpp"
#include "hub/service/relink.hpp"
#include "hub/store/arrivals.hpp"
#include "hub/store/outbox.hpp"
#include "hub/store/rotation.hpp"

namespace hub::daemon {
namespace {

using base::Kind;
using base::Result;
namespace fs = std::filesystem;

constexpr std::string_view master_key = "master.key";

std::unique_ptr<base::Clock> clock_of(const profile::Settings& settings) {
  if (settings.clock.start) return std::make_unique<base::OffsetClock>(*settings.clock.start);
  return std::make_unique<base::SystemClock>();
}

bool same(const std::vector<profile::Listen>& left, const std::vector<profile::Listen>& right) {
  return std::equal(
      left.begin(), left.end(), right.begin(), right.end(),
      [](const profile::Listen& one, const profile::Listen& other) {
        return std::tie(one.address, one.port, one.tls_cert, one.tls_key, one.client_ca) ==
               std::tie(other.address, other.port, other.tls_cert, other.tls_key, other.client_ca);
      });
}

/// Names of the settings that differ and that no running daemon can change; empty: none.
std::string only_at_a_start(const profile::Settings& now, const profile::Settings& wanted) {
  std::string out;
  const auto see = [&out](std::string_view name, bool is_same) {
    if (is_same) return;
    out += (out.empty() ? "" : ", ") + std::string(name);
  };
  see("data", now.data == wanted.data);
  see("listen", same(now.listen, wanted.listen));
  see("admin_socket", now.admin_socket == wanted.admin_socket);
  see("clock", now.clock.start == wanted.clock.start);
  see("secrets",
      now.secrets.systemd == wanted.secrets.systemd && now.secrets.folder == wanted.secrets.folder);
  return out;
}

}  // namespace

Result<std::unique_ptr<Ground>> Ground::open(const fs::path& config, store::Writer::Fatal fatal) {
  std::unique_ptr<Ground> ground(new Ground);
  std::error_code error;
  ground->config_ = config;
  const auto program = fs::read_symlink("/proc/self/exe", error);
  ground->programs_ = program.parent_path();
  auto book = profile::load_configuration(config);
  if (!book) return book.error();
  const auto& settings = book->settings;
  base::set_log_level(settings.log_level);
  ground->clock_ = clock_of(settings);
  auto data_dir = normalize::find_data_folder(program);
  if (!data_dir) return data_dir.error();
  ground->data_dir_ = std::move(*data_dir);
  auto tables = normalize::Tables::load(ground->data_dir_);
  if (!tables) return tables.error();
  ground->tables_ = std::make_unique<normalize::Tables>(std::move(*tables));
  if (auto keys = ground->open_keys(settings); !keys) return keys.error();
  auto database = store::Database::open(store_of(settings.data), *ground->keys_, *ground->clock_,
                                        ground->random_, std::move(fatal));
  if (!database) return database.error();
  ground->database_ = std::move(*database);
  if (auto key = store::ensure_data_key(*ground->database_); !key) return key.error();
  ground->context_ = std::make_unique<service::Context>(
      *ground->database_, *ground->tables_, *ground->clock_, ground->random_,
      std::make_shared<const service::Book>(std::move(*book)));
  auto weights = service::load_weights(*ground->context_);
  if (!weights) return weights.error();
  ground->context_->exchange(std::move(*weights));
  if (auto tidy = ground->tidy_up(); !tidy) return tidy.error();
  return ground;
}

/// A new installation gets its master key here; one whose store is older than its key must not.
Result<> Ground::open_keys(const profile::Settings& settings) {
  const auto file = crypto::secret_path(master_key, settings.secrets.folder);
  std::error_code error;
  const bool fresh = !fs::exists(file, error) && !fs::exists(store_of(settings.data), error);
  if (fresh && !settings.secrets.folder.empty()) {
    fs::create_directories(settings.secrets.folder, error);
    fs::permissions(settings.secrets.folder, fs::perms::owner_all, error);
    if (auto made = crypto::create_master_secret(file, random_); !made) return made;
    base::log(base::Level::warning, "master_key_created",
              {{"what_to_do", "keep a copy apart from the data: without it nothing can be read"}});
  }
  const auto masters = crypto::read_master_secrets(file);
  if (!masters) return masters.error().in("master key");
  keys_ = std::make_unique<crypto::Keys>(*masters, random_);
  return {};
}

/// What a stopped process left: half-kept deliveries go, leases are given back, and the log is
/// emptied, for bytes that were destroyed a moment before may still stand in it.
Result<> Ground::tidy_up() {
  const auto tidied = database_->write([](store::Transaction& tx) -> Result<> {
    const auto dropped = store::drop_half_kept(tx);
    store::give_back_leases(tx);
    audit::Entry entry;
    entry.actor = "system";
    entry.action = "daemon.started";
    tx.audit(entry);
    base::log(base::Level::info, "store_ready", {{"half_kept_dropped", dropped}});
    return {};
  });
  return tidied ? database_->writer().forget_log() : tidied;
}

Result<std::shared_ptr<const service::Book>> Ground::read_again() const {
  auto book = profile::load_configuration(config_);
  if (!book) return book.error();
  const auto changed = only_at_a_start(context_->book()->settings, book->settings);
  if (!changed.empty()) {
    return base::fail(Kind::conflict, "changed, but settled at the start: " + changed +
                                          "; restart the daemon, or put it back");
  }
  return std::make_shared<const service::Book>(std::move(*book));
}

void Ground::use(std::shared_ptr<const service::Book> book) {
  base::set_log_level(book->settings.log_level);
  context_->exchange(std::move(book));
}

}  // namespace hub::daemon
