// What the daemon stands on: configuration, clock, keys, tables and store, opened in this order.
// Everything here outlives what works on it.
#pragma once

#include <filesystem>
#include <memory>

#include "hub/base/clock.hpp"
#include "hub/base/random.hpp"
#include "hub/crypto/keys.hpp"
#include "hub/normalize/tables.hpp"
#include "hub/service/context.hpp"
#include "hub/store/database.hpp"

namespace hub::daemon {

class Ground {
 public:
  /// A failure names what is wrong and what to do. `fatal`: the store can't write any more.
  static base::Result<std::unique_ptr<Ground>> open(const std::filesystem::path& config,
                                                    store::Writer::Fatal fatal);

  /// The configuration as it is written now, where a running daemon can take it: what only a start
  /// settles (folders, listeners, sockets, clock) must be as it was. Changes nothing.
  [[nodiscard]] base::Result<std::shared_ptr<const service::Book>> read_again() const;
  void use(std::shared_ptr<const service::Book> book);

  [[nodiscard]] service::Context& context() noexcept { return *context_; }
  [[nodiscard]] store::Database& database() noexcept { return *database_; }
  [[nodiscard]] const base::Clock& clock() const noexcept { return *clock_; }
  [[nodiscard]] base::Random& random() noexcept { return random_; }
  /// Tables for adapters, and the programs beside this one.
  [[nodiscard]] const std::filesystem::path& data_dir() const noexcept { return data_dir_; }
  [[nodiscard]] const std::filesystem::path& programs() const noexcept { return programs_; }

 private:
  Ground() = default;
  base::Result<> open_keys(const profile::Settings& settings);
  base::Result<> tidy_up();

  std::filesystem::path config_;
  std::filesystem::path programs_;
  std::filesystem::path data_dir_;
  std::unique_ptr<base::Clock> clock_;
  base::SystemRandom random_;
  std::unique_ptr<normalize::Tables> tables_;
  std::unique_ptr<crypto::Keys> keys_;
  std::unique_ptr<store::Database> database_;
  std::unique_ptr<service::Context> context_;
};

}  // namespace hub::daemon
