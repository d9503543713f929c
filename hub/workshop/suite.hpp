// What `tsunagu-conformance` needs to run on a project: its plan, or one made of its golden files,
// and the settings that no plan can hold. In a folder that goes with this object.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "hub/workshop/golden_check.hpp"
#include "hub/workshop/subject.hpp"

namespace hub::workshop {

class SuiteRun {
 public:
  /// `project`: conformance.json stands there, or testdata/in does.
  static base::Result<std::unique_ptr<SuiteRun>> prepare(Subject& subject,
                                                         const std::filesystem::path& project);
  ~SuiteRun();
  SuiteRun(const SuiteRun&) = delete;
  SuiteRun& operator=(const SuiteRun&) = delete;

  /// Of the program; it writes its report where `report` reads it.
  [[nodiscard]] std::vector<std::string> arguments(profile::Language language) const;
  /// JUnit XML of the run; empty before it.
  [[nodiscard]] std::string report() const;

 private:
  SuiteRun(const Subject& subject, std::filesystem::path folder, std::filesystem::path plan)
      : subject_(subject), folder_(std::move(folder)), plan_(std::move(plan)) {}

  const Subject& subject_;
  std::filesystem::path folder_;
  std::filesystem::path plan_;
};

/// Both reports in one JUnit file, as CI systems show it. `suite` may be empty.
std::string junit_of(const std::string& id, const std::vector<GoldenResult>& golden,
                     const std::string& suite);

}  // namespace hub::workshop
