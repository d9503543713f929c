// How fast linkage is (CPU time, which a shared machine disturbs least): `bench_linkage_speed
// CONFIG [--rows N] [--crowded] [--rounds N]`. Prints, in milliseconds of one thread, ours and the
// bare limit of the same round (a radix sort of the block keys, then each candidate pair touched
// once), and the rows, pairs and memory.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "hub/linkage/hash.hpp"
#include "tests/bench/linkage/keys.hpp"
#include "tests/bench/linkage/run.hpp"

namespace {

namespace linkage = hub::linkage;
namespace population = bench::population;
using linkage::Entry;
using linkage::Population;

struct Options {
  std::string config{};
  std::size_t rows = 1'000'000;
  bool crowded = false;
  int rounds = 3;
};

Options read(int argc, char** argv) {
  Options options;
  options.config = argc > 1 ? argv[1] : "config";
  for (int i = 2; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--crowded") {
      options.crowded = true;
    } else if (word == "--rows" && i + 1 < argc) {
      options.rows = static_cast<std::size_t>(std::atoll(argv[++i]));
    } else if (word == "--rounds" && i + 1 < argc) {
      options.rounds = std::atoi(argv[++i]);
    }
  }
  return options;
}

template <class Work>
double milliseconds(Work work) {
  const auto now = [] {
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
  };
  const auto began = now();
  work();
  return now() - began;
}

/// Of the whole process, in MiB, at its most so far.
double peak_memory() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}

struct Prepared {
  linkage::Model model = linkage::standard_model();
  Population rows{};
  std::vector<linkage::RegisterBearer> registers{};
};

/// Many municipalities of 100,000, each with towns of its own, until there are enough rows.
void add_town(const Options& options, std::uint64_t seed, const hub::normalize::Tables& tables,
              Prepared& prepared) {
  population::Settings settings;
  settings.seed = seed;
  settings.persons = static_cast<std::uint32_t>(std::min<std::size_t>(100'000, options.rows));
  settings.crowded = options.crowded;
  const auto town = population::make(settings, options.config);
  if (seed == 1) prepared.model = bench::linkage::estimate(town, tables);
  const linkage::Preparer preparer{prepared.model};
  for (const auto& row : town.rows) {
    if (prepared.rows.records() >= options.rows) return;
    const auto id = linkage::mix(prepared.rows.records() + 1);
    const bench::linkage::Keys keys(row, id, town.lgcode5, tables);
    auto facts = keys.facts();
    const std::string place = std::string(facts.address.town) + "#" + std::to_string(seed);
    if (!facts.address.town.empty()) facts.address.town = place;
    facts.numbers = {};
    const auto record = prepared.rows.add(facts, preparer);
    if (row.household_number.empty()) continue;
    const auto source = linkage::mix(static_cast<std::uint64_t>(row.source), seed);
    prepared.registers.push_back(
        {linkage::mix(source, linkage::text_hash(row.household_number)), record});
  }
}

struct Candidates {
  std::vector<std::vector<Entry>> unsorted{};
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs{};
};

/// What the bare limit works on: keys in the order of the rows, and all pairs in the order of their
/// blocks.
Candidates candidates_of(const Population& rows) {
  Candidates candidates;
  linkage::GiantBlocks giants;
  const linkage::Settings settings;
  std::vector<Entry> entries;
  std::vector<Entry> spare;
  for (std::size_t i = 0; i < linkage::blocking_count; ++i) {
    const auto blocking = static_cast<linkage::Blocking>(i);
    linkage::sort_blocks(rows.keys(blocking), entries, spare);
    linkage::note_giants(entries, blocking, settings.most_in_block, giants);
    linkage::for_each_pair(
        entries, rows.rows(), blocking, settings.most_in_block, giants,
        [&](std::uint32_t a, std::uint32_t b) { candidates.pairs.emplace_back(a, b); });
    std::sort(entries.begin(), entries.end(),
              [](Entry x, Entry y) { return linkage::row_of(x) < linkage::row_of(y); });
    candidates.unsorted.push_back(entries);
  }
  return candidates;
}

double bare_limit(const Population& rows, const Candidates& candidates) {
  auto unsorted = candidates.unsorted;
  std::vector<Entry> spare;
  std::uint64_t touched = 0;
  const auto took = milliseconds([&] {
    for (auto& entries : unsorted)
      linkage::radix_sort(entries, spare);
    for (const auto& [a, b] : candidates.pairs)
      touched += rows.rows()[a].birth == rows.rows()[b].birth ? 1U : 0U;
  });
  std::fprintf(stderr, "%llu pairs touched share a birthday\n",
               static_cast<unsigned long long>(touched));
  return took;
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = read(argc, argv);
  const auto tables = hub::normalize::Tables::load(options.config + "/data").value();
  Prepared prepared;
  prepared.rows.reserve(options.rows + options.rows / 8);
  for (std::uint64_t seed = 1; prepared.rows.records() < options.rows; ++seed)
    add_town(options, seed, tables, prepared);
  const auto& rows = prepared.rows;
  const linkage::Scorer scorer(prepared.model);
  for (int round = 0; round < options.rounds; ++round) {
    linkage::Links links;
    linkage::Homes homes;
    const auto linking =
        milliseconds([&] { links = linkage::link_all(rows, scorer, {}, linkage::Decisions()); });
    const auto housing = milliseconds([&] {
      homes = linkage::settle_homes({rows, links.person, prepared.registers, {}});
    });
    std::printf("rows %zu link %.0f ms homes %.0f ms peak %.0f MiB\n", rows.records(), linking,
                housing, peak_memory());
  }
  const auto candidates = candidates_of(rows);
  std::printf("pairs %zu = %.2f a row\n", candidates.pairs.size(),
              static_cast<double>(candidates.pairs.size()) / static_cast<double>(rows.records()));
  for (int round = 0; round < options.rounds; ++round)
    std::printf("limit %.0f ms\n", bare_limit(rows, candidates));
}
