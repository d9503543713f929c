// population: writes an invented municipality's exports and the truth beside them.
//
//   population --out DIR [--persons N] [--seed S] [--profile NAME] [--dirt F] [--crowded]
//              [--config DIR]
//
// With --figures it prints counts too, and then --out may be left out.
#include <array>
#include <bit>
#include <cstdio>
#include <exception>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>

#include "tests/bench/population/exports.hpp"

namespace {

namespace town = bench::population;

struct Options {
  town::Settings settings{};
  std::string config = BENCH_POPULATION_CONFIG;
  std::string out{};
  bool figures = false;
};

Options read(int argc, char** argv) {
  Options options;
  const std::map<std::string, bool*> flags = {{"--figures", &options.figures},
                                              {"--crowded", &options.settings.crowded}};
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (const auto flag = flags.find(name); flag != flags.end()) {
      *flag->second = true;
      continue;
    }
    if (i + 1 == argc) throw std::invalid_argument(name + ": a value is missing");
    const std::string value = argv[++i];
    if (name == "--persons") {
      options.settings.persons = static_cast<std::uint32_t>(std::stoul(value));
    } else if (name == "--seed") {
      options.settings.seed = std::stoull(value);
    } else if (name == "--profile") {
      options.settings.profile = value;
    } else if (name == "--dirt") {
      options.settings.dirt = std::stod(value);
    } else if (name == "--config") {
      options.config = value;
    } else if (name == "--out") {
      options.out = value;
    } else {
      throw std::invalid_argument(name + ": no such option");
    }
  }
  if (options.out.empty() && !options.figures) throw std::invalid_argument("--out: where to?");
  return options;
}

/// Pairs of rows of one person: within a field, and across fields.
void print_pairs(const town::Town& made) {
  std::map<std::uint32_t, std::array<std::uint64_t, town::fields>> rows;
  for (const town::Row& row : made.rows)
    ++rows[row.person][static_cast<std::size_t>(row.field)];
  std::uint64_t within = 0;
  std::uint64_t across = 0;
  for (const auto& [person, by_field] : rows) {
    std::uint64_t all = 0;
    for (const std::uint64_t count : by_field) {
      within += count * (count - 1) / 2 * (count != 0 ? 1 : 0);
      across += count * all;
      all += count;
    }
  }
  std::printf("pairs within a field %zu, across fields %zu\n", within, across);
}

void print_persons(const town::Town& made) {
  std::size_t known = 0;
  std::size_t twice = 0;
  std::size_t in_two_fields = 0;
  for (const town::Person& person : made.persons) {
    known += person.rows > 0 ? 1U : 0U;
    twice += person.rows > 1 ? 1U : 0U;
    in_two_fields += std::popcount(person.fields) > 1 ? 1U : 0U;
  }
  std::printf("persons %zu, households %zu, rows %zu\n", made.persons.size(),
              made.households.size(), made.rows.size());
  std::printf("known %zu, with two rows or more %zu, in two fields or more %zu\n", known, twice,
              in_two_fields);
}

template <class Code>
void print_counts(const char* title, const std::map<Code, std::size_t>& counts) {
  std::printf("%s:", title);
  for (const auto& [code, count] : counts)
    std::printf(" %s %zu", std::string(town::name_of(code)).c_str(), count);
  std::printf("\n");
}

void print(const town::Town& made) {
  std::map<town::Source, std::size_t> by_source;
  std::map<town::Dirt, std::size_t> by_dirt;
  for (const town::Row& row : made.rows) {
    ++by_source[row.source];
    for (std::size_t i = 0; i < town::dirts; ++i)
      by_dirt[static_cast<town::Dirt>(i)] += row.dirt.has(static_cast<town::Dirt>(i)) ? 1U : 0U;
  }
  std::map<town::Shape, std::size_t> by_shape;
  std::map<town::Pattern, std::size_t> by_pattern;
  for (const town::Household& household : made.households) {
    ++by_shape[household.shape];
    for (std::size_t i = 0; i < town::patterns; ++i)
      by_pattern[static_cast<town::Pattern>(i)] += household.patterns >> i & 1U;
  }
  print_persons(made);
  print_pairs(made);
  print_counts("rows", by_source);
  print_counts("dirt", by_dirt);
  print_counts("shapes", by_shape);
  print_counts("patterns", by_pattern);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Options options = read(argc, argv);
    const town::Town made = town::make(options.settings, options.config);
    if (options.figures) print(made);
    if (!options.out.empty())
      town::write_exports(made, options.settings, options.config, options.out);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "population: " << error.what() << '\n';
    return 1;
  }
}
