#include "hub/daemon/ground.hpp"

#include "hub/audit/entry.hpp"
#include "hub/base/log.hpp"
#include "hub/crypto/key_file.hpp"
#include "hub/store/arrivals.hpp"
#include "hub/store/outbox.hpp"

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
  auto database = store::Database::open(settings.data / "store", *ground->keys_, *ground->clock_,
                                        ground->random_, std::move(fatal));
  if (!database) return database.error();
  ground->database_ = std::move(*database);
  ground->context_ = std::make_unique<service::Context>(
      *ground->database_, *ground->tables_, *ground->clock_, ground->random_,
      std::make_shared<const service::Book>(std::move(*book)));
  if (auto tidy = ground->tidy_up(); !tidy) return tidy.error();
  return ground;
}

/// A new installation gets its master key here; one whose store is older than its key must not.
Result<> Ground::open_keys(const profile::Settings& settings) {
  const auto file = crypto::secret_path(master_key, settings.secrets.folder);
  std::error_code error;
  const bool fresh = !fs::exists(file, error) && !fs::exists(settings.data / "store", error);
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

/// What a stopped process left: half-kept deliveries go, leases are given back.
Result<> Ground::tidy_up() {
  return database_->write([](store::Transaction& tx) -> Result<> {
    const auto dropped = store::drop_half_kept(tx);
    store::give_back_leases(tx);
    audit::Entry entry;
    entry.actor = "system";
    entry.action = "daemon.started";
    tx.audit(entry);
    base::log(base::Level::info, "store_ready", {{"half_kept_dropped", dropped}});
    return {};
  });
}

Result<> Ground::reload() {
  auto book = profile::load_configuration(config_);
  if (!book) return book.error();
  base::set_log_level(book->settings.log_level);
  context_->exchange(std::make_shared<const service::Book>(std::move(*book)));
  return {};
}

}  // namespace hub::daemon
