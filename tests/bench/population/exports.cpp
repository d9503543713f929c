#include "tests/bench/population/exports.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>
#include <tuple>

#include "tests/bench/population/dice.hpp"
#include "tests/bench/population/text.hpp"
#include "tests/bench/population/towns.hpp"
#include "tsunagu/json/writer.hpp"

namespace bench::population {

namespace {

using tsunagu::json::Writer;

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

void member(Writer& json, std::string_view name, std::uint32_t value) {
  json.key(name);
  json.integer(value);
}

void names_of_dirt(Writer& json, const Row& row) {
  json.key("dirt");
  json.begin_array();
  for (std::size_t i = 0; i < dirts; ++i) {
    if (row.dirt.has(static_cast<Dirt>(i))) json.string(name_of(static_cast<Dirt>(i)));
  }
  json.end_array();
}

}  // namespace

Export export_of(const Town& town, Source source, const std::string& insurer) {
  Export made{&town, insurer, {}};
  for (const Row& row : town.rows) {
    if (row.source == source) made.rows.push_back(&row);
  }
  std::sort(made.rows.begin(), made.rows.end(), [](const Row* left, const Row* right) {
    return std::tie(left->recorded, left->key) < std::tie(right->recorded, right->key);
  });
  return made;
}

std::string truth_file(const Town& town) {
  std::string bytes;
  for (const Row& row : town.rows) {
    Writer json(bytes);
    json.begin_object();
    json.key("source");
    json.string(name_of(row.source));
    json.key("key");
    json.string(row.key);
    member(json, "person", row.person);
    member(json, "household", row.household);
    names_of_dirt(json, row);
    json.end_object();
    bytes += '\n';
  }
  return bytes;
}

std::string households_file(const Town& town) {
  std::string bytes;
  for (std::uint32_t i = 0; i < town.households.size(); ++i) {
    const Household& household = town.households[i];
    Writer json(bytes);
    json.begin_object();
    member(json, "household", i);
    json.key("shape");
    json.string(name_of(household.shape));
    json.key("patterns");
    json.begin_array();
    for (std::size_t p = 0; p < patterns; ++p) {
      const auto pattern = static_cast<Pattern>(p);
      if ((household.patterns & bit(pattern)) != 0) json.string(name_of(pattern));
    }
    json.end_array();
    json.key("members");
    json.begin_array();
    for (std::uint32_t m = 0; m < household.size; ++m)
      json.integer(household.first + m);
    json.end_array();
    json.end_object();
    bytes += '\n';
  }
  return bytes;
}

void write_exports(const Town& town, const Settings& settings, const std::filesystem::path& config,
                   const std::filesystem::path& folder) {
  const std::string insurer = municipality_of(settings.profile, config).insurer;
  const auto of = [&](Source source) { return export_of(town, source, insurer); };
  write(folder / "kaigo/KAIGO_SODAN_20261031083000.csv", kaigo_file(of(Source::kaigo)));
  write(folder / "kaigo-life/SERVICE_USER_INFO_20261031.csv", life_file(of(Source::life)));
  write(folder / "shogai/SHOGAI_20261031084500.csv", shogai_file(of(Source::shogai)));
  write(folder / "kodomo/KODOMO_20261031090000.jsonl", kodomo_file(of(Source::kodomo)));
  write(folder / "konkyu/KONKYU_20261031091500.txt", konkyu_file(of(Source::konkyu)));
  write(folder / "chiiki-shigen/shigen_20261031.csv", chiiki_file(town, settings, config));
  write(folder / "truth.jsonl", truth_file(town));
  write(folder / "households.jsonl", households_file(town));
}

}  // namespace bench::population
