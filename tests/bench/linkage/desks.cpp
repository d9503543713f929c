#include "tests/bench/linkage/desks.hpp"

#include <stdexcept>
#include <utility>

#include "plugins/kaigo/kaigo.hpp"
#include "plugins/kodomo/kodomo.hpp"
#include "plugins/konkyu/konkyu.hpp"
#include "plugins/shogai/shogai.hpp"
#include "tests/bench/population/exports.hpp"
#include "tests/bench/population/towns.hpp"
#include "tsunagu/testing.hpp"

namespace bench::linkage {
namespace {

using population::Source;
using tsunagu::Config;
using tsunagu::testing::Decoded;

template <class Adapter>
Decoded decoded(const Way& way, Config::Settings settings, tsunagu::testing::Arrival arrival) {
  tsunagu::testing::FakeHost host(tsunagu::table_of<Adapter>(), std::move(settings),
                                  way.config + "/data");
  return host.decode(arrival);
}

/// With the settings that the manifests give where none are set.
Decoded decoded(const population::Export& rows, Source source, const Way& way) {
  switch (source) {
    case Source::kaigo:
      return decoded<kaigo::Kaigo>(
          way, {{"atena_system", "atena:kaigo"}, {"household_system", "setai:kaigo"}},
          {"consultations", kaigo_file(rows)});
    case Source::life:
      return decoded<kaigo::Kaigo>(
          way, {{"atena_system", "atena:kaigo"}, {"household_system", "setai:kaigo"}},
          {"life", life_file(rows)});
    case Source::shogai:
      return decoded<shogai::Shogai>(
          way,
          {{"atena_system", "atena:shogai"}, {"body", "text"}, {"issuer_number", rows.insurer}},
          {"consultations", shogai_file(rows)});
    case Source::kodomo:
      return decoded<kodomo::Kodomo>(way, {{"atena_system", "atena:kodomo"}},
                                     {"consultations", kodomo_file(rows)});
    case Source::konkyu:
      return decoded<konkyu::Konkyu>(way,
                                     {{"provenance", "self"},
                                      {"id_system", "konkyu"},
                                      {"consent_form", "K1"},
                                      {"era_digits", "common"}},
                                     {"consultations", konkyu_file(rows)});
  }
  throw std::logic_error("no such source");
}

}  // namespace

std::vector<std::string> exported(const population::Town& town, Source source, const Way& way) {
  const auto insurer = population::municipality_of(way.profile, way.config).insurer;
  auto read = decoded(export_of(town, source, insurer), source, way);
  if (read.status != TSUNAGU_OK || !read.rejects.empty())
    throw std::runtime_error("an adapter refused what the generator wrote");
  std::vector<std::string> records;
  for (auto& record : read.records)
    records.push_back(std::move(record.json));
  return records;
}

}  // namespace bench::linkage
