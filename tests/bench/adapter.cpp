// `bench_adapter HOST ADAPTER FEED ROWS`: a delivery of ROWS rows through an adapter's process,
// each record parsed on the hub's side. Reads the head of the delivery and one row (in which %
// becomes the row's number) from stdin. Prints: milliseconds until the process is ready, its idle
// MiB, rows per second, and CPU seconds of this side.
#include <algorithm>
#include <chrono>
#include <cstring>
#include <ctime>
#include <iostream>
#include <string>

#include "hub/adapter/supervisor.hpp"
#include "hub/base/clock.hpp"
#include "hub/base/random.hpp"
#include "tsunagu/json/parse.hpp"

namespace {

using hub::adapter::Supervisor;
using std::chrono::steady_clock;

class Rows final : public hub::adapter::InputSource {
 public:
  Rows(std::string head, std::string row, std::uint64_t count)
      : waiting_(std::move(head)), row_(std::move(row)), count_(count) {}

  hub::base::Result<std::size_t> read(std::span<std::uint8_t> buffer) override {
    while (waiting_.size() < buffer.size() && made_ < count_)
      add_row();
    const std::size_t size = std::min(buffer.size(), waiting_.size());
    std::memcpy(buffer.data(), waiting_.data(), size);
    waiting_.erase(0, size);
    return size;
  }

 private:
  void add_row() {
    const std::size_t at = row_.find('%');
    waiting_ += row_.substr(0, at) + std::to_string(++made_) + row_.substr(at + 1);
  }

  std::string waiting_;
  std::string row_;
  std::uint64_t count_;
  std::uint64_t made_ = 0;
};

struct Parsing final : hub::adapter::RecordHandler {
  hub::base::Result<> record(std::string_view json, std::uint64_t) override {
    if (!reader.parse(json).ok()) return hub::base::fail(hub::base::Kind::invalid, "no JSON");
    ++records;
    return {};
  }
  hub::base::Result<> reject(const hub::adapter::Problem& problem) override {
    return hub::base::fail(hub::base::Kind::invalid, "a reject: " + problem.code);
  }
  hub::base::Result<> warning(const hub::adapter::Problem&) override { return {}; }
  tsunagu::json::Reader reader;
  std::uint64_t records = 0;
};

double seconds_since(steady_clock::time_point begin) {
  return std::chrono::duration<double>(steady_clock::now() - begin).count();
}

int run(char** arguments) {
  std::string head;
  std::string row;
  std::getline(std::cin, head);
  std::getline(std::cin, row);
  const std::uint64_t rows = std::stoull(arguments[4]);
  hub::adapter::Launch launch;
  launch.source = "bench";
  launch.program = arguments[1];
  launch.adapter = arguments[2];
  hub::base::SystemClock clock;
  hub::base::SystemRandom random;
  Supervisor supervisor(launch, clock, random);
  const auto begin = steady_clock::now();
  if (const auto started = supervisor.start(); !started) {
    std::cerr << started.error().text() << '\n';
    return 1;
  }
  const double ready = seconds_since(begin);
  const double idle = static_cast<double>(supervisor.status().memory_bytes) / (1 << 20);
  Rows input(head.empty() ? "" : head + "\n", row + "\n", rows);
  Parsing handler;
  const std::clock_t cpu = std::clock();
  const auto decoding = steady_clock::now();
  const auto done = supervisor.decode({"k", arguments[3], "", 0, -1}, input, handler);
  const double took = seconds_since(decoding);
  if (!done || done->refusal) {
    std::cerr << (done ? done->refusal->code : done.error().text()) << '\n';
    return 1;
  }
  std::cout << ready * 1000 << ' ' << idle << ' ' << static_cast<double>(rows) / took << ' '
            << static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC << ' ' << handler.records
            << '\n';
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  return count == 5 ? run(arguments) : 2;
}
