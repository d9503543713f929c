// What encryption at rest costs, and how quickly the data key is rotated, on a store of its own.
// bench_sealing rotate FOLDER ROWS: rows/s sealed anew, requests/s answered meanwhile, and the
// longest of them in ms. bench_sealing bulk|hook FOLDER ROWS with|without: rows/s written; without:
// the bytes come as long as sealed ones, and nothing seals them. That is this program's doing
// alone: the store knows no unsealed column.
#include <algorithm>
#include <iostream>
#include <thread>

#include "hub/store/arrivals.hpp"
#include "hub/store/inbox.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/records.hpp"
#include "hub/store/rotation.hpp"
#include "hub/store/sources.hpp"

namespace {

using namespace hub;
using Time = std::chrono::steady_clock;

constexpr std::size_t body_bytes = 700;  // a consultation as the field's systems export it
constexpr std::int64_t records_together = 500;

/// A store as the daemon opens it.
struct Bench {
  explicit Bench(const std::string& folder) {
    auto opened = store::Database::open(folder, keys, clock, random, [](const auto&) {});
    database = std::move(opened.value());
    database
        ->write([&](store::Transaction& tx) -> base::Result<> {
          feed = store::ensure_feed(tx, "kaigo", "sodan");
          arrival = store::begin_arrival(tx, feed, "bench");
          return logged(tx);
        })
        .value();
    store::ensure_data_key(*database).value();
  }
  static base::Result<> logged(store::Transaction& tx) {
    audit::Entry entry;
    entry.actor = "system";
    entry.action = "bench.step";
    tx.audit(entry);
    return {};
  }
  static std::vector<crypto::Secret> masters() {
    std::vector<crypto::Secret> all;
    all.emplace_back(crypto::bytes_of(std::string(32, 'k')));
    return all;
  }
  store::IncomingRecord record(std::int64_t number, bool sealed) {
    store::IncomingRecord out;
    out.id = store::record_id(keys, feed, 1, "k" + std::to_string(number));
    out.feed = feed;
    out.kind = 1;
    out.hash = keys.tokens(crypto::Purpose::row_hash).wide(std::to_string(number));
    out.body = sealed ? store::seal_record(keys, out.id, plain) : like_sealed(plain.size());
    return out;
  }
  [[nodiscard]] std::string like_sealed(std::size_t bytes) const {
    std::string out(bytes + crypto::seal_overhead, 'x');
    out[0] = static_cast<char>(keys.sealer().version());
    return out;
  }
  void fill(std::int64_t rows, bool sealed) {
    for (std::int64_t done = 0; done < rows; done += records_together) {
      database
          ->write([&](store::Transaction& tx) -> base::Result<> {
            store::RecordBatch batch(tx, arrival.row);
            for (auto i = done; i < std::min(rows, done + records_together); ++i)
              batch.apply_fresh(record(i, sealed));
            batch.finish();
            return logged(tx);
          })
          .value();
    }
  }

  base::SystemRandom random;
  base::SystemClock clock;
  crypto::Keys keys{masters(), random};
  std::string plain = std::string(body_bytes, 'p');
  std::unique_ptr<store::Database> database;
  store::FeedRow feed;
  store::ArrivalRef arrival;
};

double seconds_since(Time::time_point began) {
  return std::chrono::duration<double>(Time::now() - began).count();
}

/// Requests one after the other, as an officer's would come.
class Asking {
 public:
  explicit Asking(store::Database& database) : database_(database), thread_([this] { ask(); }) {}
  void stop() {
    stop_ = true;
    thread_.join();
  }
  int answered = 0;
  double longest = 0;

 private:
  void ask() {
    while (!stop_) {
      const auto began = Time::now();
      const auto done = database_.write([](store::Transaction& tx) -> base::Result<> {
        store::create_person(tx);
        return Bench::logged(tx);
      });
      if (!done) continue;
      ++answered;
      longest = std::max(longest, seconds_since(began));
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  store::Database& database_;
  std::atomic<bool> stop_{false};
  std::thread thread_;
};

int rotate(const std::string& folder, std::int64_t rows) {
  Bench bench(folder);
  bench.fill(rows, true);
  Asking asking(*bench.database);
  const auto began = Time::now();
  const auto done =
      store::rotate_data_key(*bench.database, "operator/bench", [](const auto&) { return true; });
  const auto took = seconds_since(began);
  asking.stop();
  if (!done) {
    std::cerr << "error: " << done.error().text() << '\n';
    return 1;
  }
  std::cout << static_cast<double>(done->renewed) / took << ' '
            << static_cast<double>(asking.answered) / took << ' ' << asking.longest * 1e3 << '\n';
  return 0;
}

int bulk(const std::string& folder, std::int64_t rows, bool sealed) {
  Bench bench(folder);
  const auto began = Time::now();
  bench.fill(rows, sealed);
  std::cout << static_cast<double>(rows) / seconds_since(began) << '\n';
  return 0;
}

/// A webhook is kept with its own commit.
int hook(const std::string& folder, std::int64_t rows, bool sealed) {
  Bench bench(folder);
  const auto began = Time::now();
  for (std::int64_t i = 0; i < rows; ++i) {
    const auto id = std::to_string(i);
    auto prepared = store::prepare_delivery(bench.keys, bench.clock, bench.random,
                                            {"bench", id, sealed ? bench.plain : ""});
    if (!sealed) prepared.body = bench.like_sealed(bench.plain.size());
    bench.database->write([&](store::Transaction& tx) { return store::receive(tx, prepared); })
        .value();
  }
  std::cout << static_cast<double>(rows) / seconds_since(began) << '\n';
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> asked(words + 1, words + count);
  if (asked.size() < 3) return 2;
  const auto rows = std::stoll(asked[2]);
  if (asked[0] == "rotate") return rotate(asked[1], rows);
  const bool sealed = asked.size() > 3 && asked[3] == "with";
  return asked[0] == "bulk" ? bulk(asked[1], rows, sealed) : hook(asked[1], rows, sealed);
}
