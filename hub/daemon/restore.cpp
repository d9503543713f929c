#include "hub/daemon/restore.hpp"

#include "hub/crypto/key_file.hpp"
#include "hub/crypto/keys.hpp"
#include "hub/daemon/checkpoint_file.hpp"
#include "hub/store/backup.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::daemon {

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
  std::string line;
  tsunagu::json::Writer json(line);
  json.begin_object();
  json.key("kind");
  json.string("restored");
  json.key("auditRows");
  json.integer(report->rows);
  json.key("checkpoints");
  json.integer(report->checkpoints);
  json.end_object();
  out << line << '\n';
  return {};
}

}  // namespace hub::daemon
