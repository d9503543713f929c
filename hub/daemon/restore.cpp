#include "hub/daemon/restore.hpp"

#include "hub/crypto/key_file.hpp"
#include "hub/crypto/keys.hpp"
#include "hub/store/backup.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::daemon {

base::Result<> restore_backup(const RestoreWish& wish, std::ostream& out) {
  const auto masters = crypto::read_master_secrets(wish.key);
  if (!masters) return masters.error();
  base::SystemRandom random;
  const crypto::Keys keys(*masters, random);
  const auto report = store::restore(wish.backup, wish.folder, keys);
  if (!report) return report.error();
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
