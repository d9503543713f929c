// The store of one municipality: one folder, one process, one writing connection, a few reading
// ones. SQLite, WAL, synchronous=FULL: what was acknowledged survives a power cut.
#pragma once

#include <filesystem>
#include <memory>

#include "hub/store/writer.hpp"

namespace hub::store {

class Database {
 public:
  /// Locks the folder (a second process is refused), checks that it is on a local disk, opens,
  /// migrates, checks integrity and that the key is the one it was written with. A new folder
  /// becomes a new store. All references must outlive the database. `fatal`: see Writer.
  static base::Result<std::unique_ptr<Database>> open(const std::filesystem::path& folder,
                                                      const crypto::Keys& keys,
                                                      const base::Clock& clock,
                                                      base::Random& random, Writer::Fatal fatal);
  /// Finishes what was queued, then closes.
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] Writer& writer() noexcept;
  /// Shorthand for writer().run: `Result<T>(Transaction&)`, answered after COMMIT.
  template <class Work>
  auto write(Work&& work) {
    return writer().run(std::forward<Work>(work));
  }
  /// Runs `work` (`Result<T>(Reader&)`) on one of limits::readers connections; `busy` where none
  /// comes free within limits::reader_wait_ms. Keep it short: a long read holds up checkpoints.
  template <class Work>
  std::invoke_result_t<Work&, Reader&> read(Work&& work) {
    std::optional<std::invoke_result_t<Work&, Reader&>> value;
    const base::Result<> done = read_with([&](Reader& reader) { value.emplace(work(reader)); });
    if (!done) return done.error();
    return std::move(*value);
  }

  [[nodiscard]] const crypto::Keys& keys() const noexcept;
  [[nodiscard]] const std::filesystem::path& folder() const noexcept;

 private:
  struct Parts;
  explicit Database(std::unique_ptr<Parts> parts);
  base::Result<> read_with(const std::function<void(Reader&)>& work);
  std::unique_ptr<Parts> parts_;
};

}  // namespace hub::store
