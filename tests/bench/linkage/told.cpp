#include "tests/bench/linkage/told.hpp"

#include <chrono>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "hub/codec/record.hpp"
#include "hub/linkage/hash.hpp"
#include "hub/service/linkage_facts.hpp"
#include "tests/bench/linkage/desks.hpp"

namespace bench::linkage {
namespace {

using population::Row;
using population::Source;
using population::Town;

constexpr std::string_view person = R"({"kind":"person",)";

std::uint32_t days_since_1970(std::uint32_t ymd) {
  namespace ch = std::chrono;
  const ch::year_month_day date(ch::year(static_cast<int>(ymd / 10000)), ch::month(ymd / 100 % 100),
                                ch::day(ymd % 100));
  return static_cast<std::uint32_t>(ch::sys_days(date).time_since_epoch().count());
}

/// Where the rows of one source stand in the town, by their keys.
using Places = std::unordered_map<std::string_view, std::size_t>;

Places places_of(const Town& town, Source source) {
  Places places;
  for (std::size_t place = 0; place < town.rows.size(); ++place) {
    const auto& row = town.rows[place];
    if (row.source == source && !places.emplace(row.key, place).second)
      throw std::logic_error("two rows have one key");
  }
  return places;
}

}  // namespace

Told::Told(const Town& town, const Way& way) {
  facts_.reserve(town.rows.size());
  for (std::size_t i = 0; i < town.rows.size(); ++i)
    facts_.emplace_back(std::string());
  hub::codec::RecordReader reader;
  for (std::size_t i = 0; i < population::sources; ++i) {
    const auto source = static_cast<Source>(i);
    auto open = places_of(town, source);
    for (const auto& json : exported(town, source, way)) {
      if (!json.starts_with(person)) continue;
      const auto decoded = reader.read(json);
      if (!decoded.ok()) throw std::runtime_error(decoded.error_text());
      const auto row = open.extract(decoded.record->key());
      if (row.empty()) throw std::runtime_error("a record of no row");
      const auto place = row.mapped();
      const auto recorded = days_since_1970(town.rows[place].recorded);
      facts_[place] = hub::crypto::Opened(
          hub::service::make_facts({way.tables, town.lgcode5, recorded}, *decoded.record));
    }
    if (!open.empty()) throw std::runtime_error("a row came to no record");
  }
}

void Told::each(const See& see) const {
  hub::service::NumberSystems systems;
  hub::linkage::RecordId id = 0;
  for (const auto& facts : facts_) {
    const hub::service::TakenFacts taken(facts, hub::linkage::mix(++id), false, systems);
    see(taken.get());
  }
}

}  // namespace bench::linkage
