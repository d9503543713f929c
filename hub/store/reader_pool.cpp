#include "hub/store/reader_pool.hpp"

#include "hub/base/limits.hpp"

namespace hub::store {
ReaderPool::ReaderPool(const std::filesystem::path& file, const crypto::Keys& keys) : keys_(keys) {
  for (std::size_t i = 0; i < base::limits::readers; ++i) {
    all_.push_back(std::make_unique<Connection>(file, Connection::Role::reader));
    free_.push_back(all_.back().get());
  }
}

base::Result<> ReaderPool::run(const std::function<void(Reader&)>& work) {
  Connection* const connection = take();
  if (connection == nullptr) return base::fail(base::Kind::busy, "too many reads wait; try again");
  const auto trouble = trouble_in([&] {
    connection->execute("BEGIN");
    Reader reader(*connection, keys_);
    work(reader);
  });
  (void)trouble_in([&] {
    if (connection->in_transaction()) connection->execute("COMMIT");
  });
  give_back(connection);
  if (trouble) return trouble->failure;
  return {};
}

Connection* ReaderPool::take() {
  std::unique_lock lock(mutex_);
  const auto patience = std::chrono::milliseconds(base::limits::reader_wait_ms);
  if (!free_again_.wait_for(lock, patience, [this] { return !free_.empty(); })) return nullptr;
  Connection* const connection = free_.back();
  free_.pop_back();
  return connection;
}

void ReaderPool::give_back(Connection* connection) {
  {
    const std::lock_guard lock(mutex_);
    free_.push_back(connection);
  }
  free_again_.notify_one();
}

}  // namespace hub::store
