// `bench_gate decide COUNT`: the gate on COUNT fact sets drawn at random, in nanoseconds per
// decision, beside the same loop that only reads the facts. `bench_gate parse`: the lines of
// standard input parsed and answered without deciding: the bare limit of `tsunagu gate decide`.
#include <array>
#include <bit>
#include <chrono>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

#include "hub/base/random.hpp"
#include "hub/domain/gate.hpp"
#include "tsunagu/json/parse.hpp"

namespace {

using hub::domain::Facts;
using Bytes = std::array<std::uint8_t, sizeof(Facts)>;

/// How many values each fact has, without `unknown`, in the order of Facts.
constexpr Bytes values{14, 3, 12, 2, 6, 2, 2, 2, 2, 2, 2, 2, 2, 7, 2, 2, 2, 2, 2, 2, 2, 2};

std::vector<Facts> drawn(std::size_t count) {
  hub::base::SeededRandom random(20260410);
  std::vector<Facts> sets(count);
  for (Facts& facts : sets) {
    Bytes bytes{};
    random.fill(bytes);
    for (std::size_t at = 0; at < bytes.size(); ++at)
      bytes[at] = static_cast<std::uint8_t>(1 + bytes[at] % values[at]);
    facts = std::bit_cast<Facts>(bytes);
  }
  return sets;
}

/// Nanoseconds for each; `sum` keeps the work from being left out.
template <class Work>
double each_takes(const std::vector<Facts>& sets, std::uint64_t& sum, Work work) {
  const auto began = std::chrono::steady_clock::now();
  for (const Facts& facts : sets)
    sum += work(facts);
  const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - began;
  return took.count() / static_cast<double>(sets.size());
}

int time_decisions(std::size_t count) {
  const auto sets = drawn(count);
  std::uint64_t sum = 0;
  const double bare = each_takes(sets, sum, [](const Facts& facts) {
    std::uint64_t read = 0;
    for (const std::uint8_t byte : std::bit_cast<Bytes>(facts))
      read += byte;
    return read;
  });
  const double ours = each_takes(sets, sum, [](const Facts& facts) {
    return static_cast<std::uint64_t>(hub::domain::decide(facts).decision);
  });
  std::cout << ours << ' ' << bare << ' ' << sum << '\n';
  return 0;
}

int parse_lines() {
  std::ios::sync_with_stdio(false);
  tsunagu::json::Reader reader({4096, 2});
  for (std::string line; std::getline(std::cin, line);)
    std::cout << (reader.parse(line).ok() ? "{\"decision\":\"deny\"}\n" : "{}\n");
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count == 3 && std::string(words[1]) == "decide") return time_decisions(std::stoul(words[2]));
  if (count == 2 && std::string(words[1]) == "parse") return parse_lines();
  std::cerr << "bench_gate decide COUNT | bench_gate parse\n";
  return 2;
}
