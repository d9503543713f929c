#include "hub/store/database.hpp"

#include "hub/store/connection.hpp"
#include "hub/store/folder_lock.hpp"
#include "hub/store/migrations.hpp"
#include "hub/store/opening.hpp"
#include "hub/store/reader_pool.hpp"
#include "hub/store/recent_deliveries.hpp"

namespace hub::store {

// In the order in which they are made; the readers close before the writer, which puts the log
// away.
struct Database::Parts {
  Parts(std::filesystem::path path, FolderLock held, std::unique_ptr<Connection> writing,
        const crypto::Keys& with, const base::Clock& clock, base::Random& random,
        Writer::Fatal fatal)
      : folder(std::move(path)),
        lock(std::move(held)),
        connection(std::move(writing)),
        keys(with),
        audit(*connection, keys, random),
        deliveries(*connection),
        core{*connection, keys, clock, random, audit, deliveries},
        writer(core, std::move(fatal)),
        readers(folder / database_name, keys) {}

  std::filesystem::path folder;
  FolderLock lock;
  std::unique_ptr<Connection> connection;
  const crypto::Keys& keys;
  AuditTrail audit;
  RecentDeliveries deliveries;
  WriterCore core;
  Writer writer;
  ReaderPool readers;
};

base::Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& folder,
                                                       const crypto::Keys& keys,
                                                       const base::Clock& clock,
                                                       base::Random& random, Writer::Fatal fatal) {
  base::Result<FolderLock> lock = FolderLock::take(folder);
  if (!lock) return lock.error();
  const bool doubtful = ended_badly(folder);
  std::unique_ptr<Database> database;
  base::Result<> ready;
  const auto trouble = trouble_in([&] {
    auto connection =
        std::make_unique<Connection>(folder / database_name, Connection::Role::writer);
    if (doubtful) ready = check_integrity(*connection);
    if (ready) ready = prepare(*connection, keys);
    if (!ready) return;
    database.reset(new Database(std::make_unique<Parts>(
        folder, std::move(*lock), std::move(connection), keys, clock, random, std::move(fatal))));
  });
  if (trouble) return trouble->failure.in("open " + folder.string());
  if (!ready) return ready.error().in("open " + folder.string());
  return database;
}

Database::Database(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Database::~Database() = default;

Writer& Database::writer() noexcept {
  return parts_->writer;
}

const crypto::Keys& Database::keys() const noexcept {
  return parts_->keys;
}

const std::filesystem::path& Database::folder() const noexcept {
  return parts_->folder;
}

base::Result<> Database::read_with(const std::function<void(Reader&)>& work) {
  return parts_->readers.run(work);
}

}  // namespace hub::store
