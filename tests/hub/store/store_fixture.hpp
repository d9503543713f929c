// A fresh store in its own temporary folder, with a clock that stands still.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "hub/store/database.hpp"

namespace hub::store {

class StoreFixture : public testing::Test {
 protected:
  StoreFixture() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "tsunagu-store-XXXXXX").string();
    scratch = ::mkdtemp(pattern.data());
    folder = scratch / "data";
  }
  ~StoreFixture() override {
    database.reset();
    std::filesystem::remove_all(scratch);
  }

  static std::vector<crypto::Secret> masters(char filling) {
    std::vector<crypto::Secret> all;
    all.emplace_back(crypto::bytes_of(std::string(32, filling)));
    return all;
  }

  base::Result<std::unique_ptr<Database>> try_open() { return try_open(keys); }
  base::Result<std::unique_ptr<Database>> try_open(const crypto::Keys& with) {
    return Database::open(folder, with, clock, random,
                          [this](const base::Failure&) { broke_down = true; });
  }
  void open() {
    auto opened = try_open();
    ASSERT_TRUE(opened.has_value()) << opened.error().text();
    database = std::move(*opened);
  }
  void reopen() {
    database.reset();
    open();
  }

  /// Runs `work` (void) in a committed transaction with an audit row.
  template <class Work>
  void commit(Work&& work) {
    const base::Result<> done = database->write([&](Transaction& transaction) -> base::Result<> {
      work(transaction);
      transaction.audit(entry("test.step"));
      return {};
    });
    ASSERT_TRUE(done.has_value()) << done.error().text();
  }
  /// What `work` reads.
  template <class Work>
  auto look(Work&& work) {
    using Value = std::invoke_result_t<Work&, Reader&>;
    return std::move(
        database->read([&](Reader& reader) -> base::Result<Value> { return work(reader); })
            .value());
  }

  static audit::Entry entry(std::string action) {
    audit::Entry made;
    made.actor = "system";
    made.action = std::move(action);
    return made;
  }

  std::filesystem::path scratch;
  std::filesystem::path folder;
  base::ManualClock clock{base::utc_from_millis(1'780'000'000'000)};
  base::SystemRandom random;
  crypto::Keys keys{masters('k'), random};
  std::atomic<bool> broke_down{false};
  std::unique_ptr<Database> database;
};

}  // namespace hub::store
