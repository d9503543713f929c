#include "hub/daemon/restore.hpp"

#include "hub/audit/entry.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/crypto/key_file.hpp"
#include "hub/crypto/keys.hpp"
#include "hub/daemon/checkpoint_file.hpp"
#include "hub/store/adapter_choices.hpp"
#include "hub/store/backup.hpp"
#include "hub/store/known_adapters.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::daemon {

namespace {

using base::Result;

struct Awaited {
  store::KnownAdapter adapter;
  bool carried = false;  ///< the backup holds its module
};

std::string line_of(const store::AuditReport& report) {
  std::string line;
  tsunagu::json::Writer json(line);
  json.begin_object();
  json.key("kind");
  json.string("restored");
  json.key("auditRows");
  json.integer(report.rows);
  json.key("checkpoints");
  json.integer(report.checkpoints);
  json.end_object();
  return line;
}

std::string line_of(const Awaited& awaited) {
  std::string line;
  tsunagu::json::Writer json(line);
  const auto text = [&json](std::string_view key, std::string_view value) {
    json.key(key);
    json.string(value);
  };
  json.begin_object();
  text("kind", "adapter");
  text("source", awaited.adapter.source);
  text("adapter", awaited.adapter.adapter);
  text("version", awaited.adapter.version);
  text("from", awaited.carried ? "backup" : "install");
  text("sha256", crypto::to_hex(awaited.adapter.sha256));
  if (!awaited.adapter.publisher.empty()) text("publisher", awaited.adapter.publisher);
  json.end_object();
  return line;
}

std::vector<Awaited> awaited_in(store::Reader& reader) {
  std::vector<Awaited> out;
  for (auto& adapter : store::list_known_adapters(reader)) {
    const auto choices = store::adapter_choices(reader, adapter.source);
    const bool carried =
        !choices.empty() && choices.front().module.starts_with(crypto::to_hex(adapter.sha256));
    out.push_back({std::move(adapter), carried});
  }
  return out;
}

/// From now on each source is read by nothing but what read it.
Result<std::vector<Awaited>> await_adapters(const std::filesystem::path& folder,
                                            const crypto::Keys& keys, base::Random& random) {
  const base::SystemClock clock;
  const auto database = store::Database::open(folder, keys, clock, random, [](const auto&) {});
  if (!database) return database.error();
  return (*database)->write([](store::Transaction& tx) -> Result<std::vector<Awaited>> {
    store::await_known_adapters(tx);
    audit::Entry entry;
    entry.actor = "system";
    entry.action = "store.restored";
    tx.audit(entry);
    return awaited_in(tx);
  });
}

}  // namespace

std::filesystem::path store_of(const std::filesystem::path& data) {
  return data / "store";
}

base::Result<> restore_backup(const RestoreWish& wish, std::ostream& out) {
  const auto masters = crypto::read_master_secrets(wish.key);
  if (!masters) return masters.error();
  base::SystemRandom random;
  const crypto::Keys keys(*masters, random);
  std::error_code error;
  if (std::filesystem::exists(wish.folder, error) &&
      !std::filesystem::is_empty(wish.folder, error)) {
    return base::fail(base::Kind::conflict,
                      "data folder " + wish.folder.string() +
                          " is not empty; restore into a new one and switch over");
  }
  std::filesystem::create_directories(store_of(wish.folder), error);
  const auto report = store::restore(wish.backup, store_of(wish.folder), keys);
  if (!report) return report.error();
  if (auto held = hold_against_checkpoint(wish.backup, report->head); !held) {
    std::filesystem::remove_all(store_of(wish.folder), error);
    return held;
  }
  const auto adapters = await_adapters(store_of(wish.folder), keys, random);
  if (!adapters) {
    std::filesystem::remove_all(store_of(wish.folder), error);
    return adapters.error();
  }
  out << line_of(*report) << '\n';
  for (const auto& adapter : *adapters)
    out << line_of(adapter) << '\n';
  return {};
}

}  // namespace hub::daemon
