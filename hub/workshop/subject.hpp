// An adapter that is being worked on: a module, or a mapping for the adapter `table`. Run as in the
// hub, in a process of its own.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/adapter/supervisor.hpp"
#include "hub/base/clock.hpp"
#include "hub/base/random.hpp"
#include "hub/profile/problem.hpp"
#include "tsunagu/text/encoding.hpp"

namespace hub::workshop {

struct SubjectWish {
  std::filesystem::path module;   ///< adapter_NAME.so, or empty
  std::filesystem::path mapping;  ///< mapping.yaml, or empty
  std::string feed;               ///< empty: told by the name, else by the adapter, else the first
  tsunagu::wire::Settings settings;
};

struct Line {
  std::string json;
  std::uint64_t number = 0;
};

struct Outcome {
  std::vector<Line> records;
  std::vector<tsunagu::Problem> rejects;
  std::vector<tsunagu::Problem> warnings;
  adapter::DecodeSummary summary;
  std::string feed;
};

/// `--set key=value` as it is typed.
tsunagu::wire::Settings settings_of(const std::vector<std::string>& typed);

class Subject {
 public:
  /// `program`: our own path, beside which tsunagu-adapter-host and adapters/ stand. A mapping with
  /// mistakes is a failure that lists them.
  static base::Result<std::unique_ptr<Subject>> open(const SubjectWish& wish,
                                                     const std::filesystem::path& program,
                                                     profile::Language language);

  [[nodiscard]] const tsunagu::wire::Manifest& manifest() const { return *manifest_; }
  /// What was wished for, and the mapping: without the manifest's defaults.
  [[nodiscard]] const tsunagu::wire::Settings& given() const { return given_; }
  /// As the adapter got them, defaults included.
  [[nodiscard]] const tsunagu::wire::Settings& settings() const { return settings_; }
  /// What runs: the module, or the adapter `table`; and the tables that it may read.
  [[nodiscard]] const std::filesystem::path& adapter() const { return adapter_; }
  [[nodiscard]] const std::filesystem::path& data_dir() const { return data_dir_; }
  /// The feed that was wished for; else by the file's name, else by the adapter's own word.
  std::string feed_of(const std::string& name, const std::string& bytes);
  /// What a file of that feed may come in: as the mapping declares, or else the manifest.
  [[nodiscard]] tsunagu::text::EncodingSet encodings(const std::string& feed) const;
  /// What one file gives; a refusal of the file stands in the summary.
  base::Result<Outcome> decode(const std::string& bytes, const std::string& name);

 private:
  explicit Subject(const adapter::Launch& launch)
      : adapter_(launch.adapter),
        data_dir_(launch.data_dir),
        supervisor_(launch, clock_, random_) {}

  std::filesystem::path adapter_;
  std::filesystem::path data_dir_;
  base::SystemClock clock_;
  base::SystemRandom random_;
  adapter::Supervisor supervisor_;
  adapter::Supervisor::ManifestPointer manifest_;
  tsunagu::wire::Settings given_;
  tsunagu::wire::Settings settings_;
  std::optional<tsunagu::text::EncodingSet> mapped_;
  std::string feed_;
};

/// The whole file; a failure where it can't be read or is larger than a delivery may be.
base::Result<std::string> read_delivery(const std::filesystem::path& file);

}  // namespace hub::workshop
