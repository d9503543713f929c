// The read-only connections. Only inside hub/store.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

#include "hub/store/connection.hpp"
#include "hub/store/reader.hpp"

namespace hub::store {

class ReaderPool {
 public:
  /// Opens limits::readers connections.
  ReaderPool(const std::filesystem::path& file, const crypto::Keys& keys);

  /// Runs `work` in one read transaction. Any thread; waits limits::reader_wait_ms at most.
  base::Result<> run(const std::function<void(Reader&)>& work);

 private:
  Connection* take();
  void give_back(Connection* connection);

  const crypto::Keys& keys_;
  std::mutex mutex_;
  std::condition_variable free_again_;
  std::vector<std::unique_ptr<Connection>> all_;
  std::vector<Connection*> free_;
};

}  // namespace hub::store
