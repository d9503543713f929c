// How good the links are on an invented municipality: `bench_linkage_quality CONFIG [--persons N]
// [--dirt D] [--profile P] [--hard N] [--curve] SEED…`. Weights are estimated anew for each seed,
// from its own rows without their truth. `--hard`: constructed pairs that tempt, under the same
// weights.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/linkage/measure.hpp"
#include "tests/bench/linkage/run.hpp"

namespace {

namespace linkage = hub::linkage;
namespace population = bench::population;
using bench::linkage::Quality;
using bench::linkage::Told;
using bench::linkage::Way;

struct Options {
  std::string config{};
  population::Settings town{};
  std::vector<std::uint64_t> seeds{};
  linkage::Settings settings{};
  std::uint32_t hard = 0;
  bool curve = false;
};

Options read(int argc, char** argv) {
  Options options;
  options.config = argc > 1 ? argv[1] : "config";
  for (int i = 2; i < argc; ++i) {
    const std::string_view word = argv[i];
    const auto value = [&] { return i + 1 < argc ? argv[++i] : "0"; };
    if (word == "--persons") {
      options.town.persons = static_cast<std::uint32_t>(std::atoi(value()));
    } else if (word == "--dirt") {
      options.town.dirt = std::atof(value());
    } else if (word == "--profile") {
      options.town.profile = value();
    } else if (word == "--same") {
      options.settings.same = std::atoi(value());
    } else if (word == "--perhaps") {
      options.settings.perhaps = std::atoi(value());
    } else if (word == "--clash") {
      options.settings.clash = std::atoi(value());
    } else if (word == "--hard") {
      options.hard = static_cast<std::uint32_t>(std::atoi(value()));
    } else if (word == "--curve") {
      options.curve = true;
    } else {
      options.seeds.push_back(std::strtoull(argv[i], nullptr, 10));
    }
  }
  return options;
}

void print(const char* what, const Quality& quality) {
  std::printf(
      "%s precision %.5f recall %.5f (joined %llu, true %llu) across %.5f / %.5f; rest asked %.3f, "
      "list %llu = %.4f of persons\n",
      what, quality.all.precision(), quality.all.recall(),
      static_cast<unsigned long long>(quality.all.joined),
      static_cast<unsigned long long>(quality.all.true_pairs), quality.across_fields.precision(),
      quality.across_fields.recall(), quality.asked_share(),
      static_cast<unsigned long long>(quality.questions), quality.list_share());
}

void print_dirt(const Quality& quality) {
  for (std::size_t i = 0; i < population::dirts; ++i) {
    const auto& pairs = quality.by_dirt[i];
    std::printf("%-22s %9llu true pairs, recall %.4f\n",
                std::string(population::name_of(static_cast<population::Dirt>(i))).c_str(),
                static_cast<unsigned long long>(pairs.true_pairs), pairs.recall());
  }
}

/// How many of the constructed pairs are joined, by kind.
void print_hard(const Options& options, const population::Settings& settings, const Way& way,
                const linkage::Model& model) {
  population::Town town;
  std::vector<population::Hard> kinds;
  for (auto& pair : population::hard_pairs(options.hard, settings, options.config)) {
    kinds.push_back(pair.kind);
    town.rows.push_back(std::move(pair.left));
    town.rows.push_back(std::move(pair.right));
  }
  town.persons.resize(town.rows.size());
  town.lgcode5 = population::make({10, settings.seed, settings.profile}, options.config).lgcode5;
  const auto rows = bench::linkage::pack(Told(town, way), model);
  const auto links = linkage::link_all(rows, linkage::Scorer(model), options.settings, {});
  std::array<unsigned, population::hards> wrong{};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (links.person[2 * i] == links.person[2 * i + 1]) ++wrong[static_cast<std::size_t>(kinds[i])];
  }
  for (std::size_t i = 0; i < wrong.size(); ++i)
    std::printf("hard %s: %u joined of %zu\n",
                std::string(population::name_of(static_cast<population::Hard>(i))).c_str(),
                wrong[i], kinds.size() / population::hards);
}

/// Precision and recall at thresholds of 0 to 16 bits.
void print_curve(const population::Town& town, const linkage::Population& rows,
                 const linkage::Scorer& scorer, linkage::Settings settings) {
  for (int bits = 0; bits <= 16; bits += 2) {
    settings.same = bits * linkage::one_bit;
    const auto quality =
        bench::linkage::measure(town, linkage::link_all(rows, scorer, settings, {}));
    std::printf("curve %2d bits: precision %.5f recall %.5f\n", bits, quality.all.precision(),
                quality.all.recall());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = read(argc, argv);
  const auto tables = hub::normalize::Tables::load(options.config + "/data").value();
  const Way way{tables, options.config, options.town.profile};
  Quality all;
  for (const auto seed : options.seeds) {
    auto settings = options.town;
    settings.seed = seed;
    const auto town = population::make(settings, options.config);
    const Told told(town, way);
    const auto model = bench::linkage::estimate(told);
    const auto rows = bench::linkage::pack(told, model);
    const auto links = linkage::link_all(rows, linkage::Scorer(model), options.settings, {});
    const auto quality = bench::linkage::measure(town, links);
    print(("seed " + std::to_string(seed)).c_str(), quality);
    const auto homes =
        bench::linkage::measure_homes(town, bench::linkage::settle_homes(town, rows, links));
    std::printf("seed %llu households precision %.5f recall %.5f (true %llu)\n",
                static_cast<unsigned long long>(seed), homes.precision(), homes.recall(),
                static_cast<unsigned long long>(homes.true_pairs));
    if (options.curve) print_curve(town, rows, linkage::Scorer(model), options.settings);
    if (options.hard > 0) print_hard(options, settings, way, model);
    all += quality;
  }
  print("all", all);
  print_dirt(all);
}
