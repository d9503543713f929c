// The town's rows in the files that its systems really export, and the truth beside them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/bench/population/population.hpp"

namespace bench::population {

/// What a file needs beside its rows.
struct Export {
  const Town* town = nullptr;
  std::string insurer{};
  std::vector<const Row*> rows{};  ///< of one source, by day of writing
};

/// KAIGO_SODAN_*.csv: CP932, CRLF, every cell quoted, 35 columns.
std::string kaigo_file(const Export& of);
/// *SERVICE_USER_INFO*.csv: three-line preamble, MS932, 21 columns.
std::string life_file(const Export& of);
/// SHOGAI_*.csv: record types 1, 2 (K and S) and 3; CP932, LF.
std::string shogai_file(const Export& of);
/// KODOMO_*.jsonl: one consultation a line.
std::string kodomo_file(const Export& of);
/// KONKYU_*.txt: UTF-16LE with BOM, tabs, header on line 3.
std::string konkyu_file(const Export& of);
/// shigen_*.csv: places to go in the town's towns; no persons.
std::string chiiki_file(const Town& town, const Settings& settings,
                        const std::filesystem::path& config);

/// A line a row: {"source","key","person","household"}, and the names of what befell it.
std::string truth_file(const Town& town);
/// A line a household: {"household","shape","patterns":[…],"members":[…]}
std::string households_file(const Town& town);

/// The rows of that source, in the order in which they were written.
Export export_of(const Town& town, Source source, const std::string& insurer);

/// Writes all of them below `folder`, in the drop folders' names of config/municipalities.
void write_exports(const Town& town, const Settings& settings, const std::filesystem::path& config,
                   const std::filesystem::path& folder);

}  // namespace bench::population
