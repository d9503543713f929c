// How fast linkage is (CPU time, which a shared machine disturbs least), and how large:
// `bench_linkage_speed CONFIG [--rows N] [--crowded] [--rounds N] [--new N]`. Prints, in
// milliseconds of one thread, ours beside the bare limit in each round, and how much memory ours
// needs: prepared records, and the most that linking and settling take besides. With `--new`, what
// N more records take one by one, once there are as many as asked for.
#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "hub/linkage/index.hpp"
#include "tests/bench/linkage/bare.hpp"
#include "tests/bench/linkage/million.hpp"

namespace {

namespace linkage = hub::linkage;
using bench::linkage::BareLimit;
using bench::linkage::Million;
using bench::linkage::Prepared;

struct Options {
  bench::linkage::MillionOptions made{};
  int rounds = 3;
  std::size_t fresh = 0;
};

Options read(int argc, char** argv) {
  Options options;
  options.made.config = argc > 1 ? argv[1] : "config";
  for (int i = 2; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--crowded") {
      options.made.crowded = true;
    } else if (word == "--rows" && i + 1 < argc) {
      options.made.records = static_cast<std::size_t>(std::atoll(argv[++i]));
    } else if (word == "--rounds" && i + 1 < argc) {
      options.rounds = std::atoi(argv[++i]);
    } else if (word == "--new" && i + 1 < argc) {
      options.fresh = static_cast<std::size_t>(std::atoll(argv[++i]));
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

/// Of the whole process, in MiB: "VmRSS" now, "VmHWM" at its most.
double memory(std::string_view what) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(what)) return std::atof(line.c_str() + what.size() + 1) / 1024;
  }
  return 0;
}

/// What making the records took is given back, and the most begins anew.
void forget_memory() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << 5;
}

void print_rounds(const Prepared& prepared, const linkage::Scorer& scorer, int rounds) {
  const auto& rows = prepared.rows;
  std::printf("prepared %zu rows in %.0f MiB\n", rows.rows().size(), memory("VmRSS"));
  for (int round = 0; round < rounds; ++round) {
    linkage::Links links;
    linkage::Homes homes;
    forget_memory();
    const auto linking =
        milliseconds([&] { links = linkage::link_all(rows, scorer, {}, linkage::Decisions()); });
    const auto housing = milliseconds([&] {
      homes = linkage::settle_homes({rows, links.person, prepared.registers});
    });
    const auto most = memory("VmHWM");
    std::printf("rows %zu link %.0f ms homes %.0f ms peak %.0f MiB\n", rows.records(), linking,
                housing, most);
  }
}

void print_limit(const linkage::Population& rows, int rounds) {
  BareLimit limit(rows);
  std::printf("pairs %zu = %.2f a row; keys %zu\n", limit.pairs(),
              static_cast<double>(limit.pairs()) / static_cast<double>(rows.records()),
              limit.keys());
  for (int round = 0; round < rounds; ++round) {
    limit.reset();
    std::size_t alike = 0;
    const auto took = milliseconds([&] { alike = limit.run(); });
    std::printf("limit %.0f ms, %zu share a birthday\n", took, alike);
  }
}

void print_new(const Million& million, std::size_t first) {
  linkage::Index index(million.model(), {});
  std::vector<double> took;
  double worst_before = 0;
  million.each([&](const linkage::PersonFacts& facts, std::uint64_t) {
    const auto one = milliseconds([&] { index.put(facts); });
    if (index.population().records() > first) {
      took.push_back(one);
    } else {
      worst_before = std::max(worst_before, one);
    }
  });
  std::sort(took.begin(), took.end());
  forget_memory();
  std::printf(
      "new record among %zu: median %.4f ms worst %.4f ms of %zu, worst before %.1f ms, "
      "index %.0f MiB\n",
      first, took[took.size() / 2], took.back(), took.size(), worst_before, memory("VmRSS"));
}

}  // namespace

int main(int argc, char** argv) {
  auto options = read(argc, argv);
  const auto tables = hub::normalize::Tables::load(options.made.config + "/data").value();
  const auto records = options.made.records;
  options.made.records += options.fresh;
  const Million million(options.made, tables);
  if (options.fresh > 0) {
    print_new(million, records);
    return 0;
  }
  const auto prepared = bench::linkage::prepare(million, records);
  forget_memory();
  print_rounds(prepared, linkage::Scorer(million.model()), options.rounds);
  print_limit(prepared.rows, options.rounds);
}
