// A source with the misbehaving adapter, and what comes out of it.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "hub/adapter/supervisor.hpp"
#include "hub/base/clock.hpp"
#include "hub/base/random.hpp"
#include "sdk/wire/sanitized.hpp"
#include "tests/places.hpp"

namespace hub::adapter::bench {

using tsunagu::wire::sanitized;

inline Launch launch(const std::string& fault, const std::string& adapter = "adapter_bad") {
  Launch launch;
  launch.source = "bench";
  launch.program = tests::in_build("/tsunagu-adapter-host");
  launch.adapter = tests::in_build("/tests/adapters/") + adapter + ".so";
  launch.may_push = {"referral", "weather"};
  if (!fault.empty()) launch.settings = {{"fault", fault}};
  return launch;
}

class Bytes final : public InputSource {
 public:
  explicit Bytes(std::string bytes) : bytes_(std::move(bytes)) {}
  base::Result<std::size_t> read(std::span<std::uint8_t> buffer) override {
    const std::size_t size = std::min(buffer.size(), bytes_.size() - at_);
    std::memcpy(buffer.data(), bytes_.data() + at_, size);
    at_ += size;
    return size;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

struct Collected final : RecordHandler {
  base::Result<> record(std::string_view json, std::uint64_t line) override {
    records.emplace_back(json);
    lines.push_back(line);
    return {};
  }
  base::Result<> reject(const Problem& problem) override {
    rejects.push_back(problem);
    return {};
  }
  base::Result<> warning(const Problem& problem) override {
    warnings.push_back(problem);
    return {};
  }
  std::vector<std::string> records;
  std::vector<std::uint64_t> lines;
  std::vector<Problem> rejects;
  std::vector<Problem> warnings;
};

struct Source {
  explicit Source(const Launch& with) : supervisor(with, clock, random) {}
  explicit Source(const std::string& fault) : Source(launch(fault)) {}

  base::Result<DecodeSummary> decode(std::string bytes = "a\nb\nc\n", std::string key = "k1") {
    Bytes input(std::move(bytes));
    collected = {};
    return supervisor.decode({std::move(key), "lines", "a.txt", 0, -1}, input, collected);
  }
  Fault fault() const { return supervisor.status().last_fault.value_or(Fault{}); }

  base::ManualClock clock{base::utc_from_millis(1'775'779'200'000)};
  base::SeededRandom random{1};
  Supervisor supervisor;
  Collected collected;
};

}  // namespace hub::adapter::bench
