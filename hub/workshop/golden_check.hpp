// `tsunagu adapter test`: every delivery of testdata/in against testdata/expected, by the adapter
// as the hub runs it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "hub/workshop/subject.hpp"

namespace hub::workshop {

struct GoldenResult {
  std::string name;     ///< of the delivery
  std::string differs;  ///< where first; empty: nowhere
};

/// The files of testdata/in, in the order of their names.
base::Result<std::vector<std::filesystem::path>> deliveries_in(
    const std::filesystem::path& testdata);

/// In the order of the names. With `refresh` the expected files are written anew first.
base::Result<std::vector<GoldenResult>> check_golden(Subject& subject,
                                                     const std::filesystem::path& testdata,
                                                     bool refresh);

/// JUnit XML, as CI systems show it.
std::string junit(const std::string& suite, const std::vector<GoldenResult>& results);

}  // namespace hub::workshop
