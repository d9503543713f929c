// `conformance.json`: what the suite needs to know of one adapter. Every member is explained in
// README.md. The manifest says what the adapter claims, the plan gives the material to test it.
#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "sdk/wire/manifest.hpp"

namespace tsunagu::conformance {

/// How the lines of a sample are built, so that the suite can alter them.
enum class Layout {
  other,       ///< the suite only cuts, doubles and garbles it
  csv,         ///< cells between commas
  tsv,         ///< cells between tabs
  json_lines,  ///< one object a line
};

/// A word of a sample, and what stands there instead in an altered copy.
struct Exchange {
  std::string find;
  std::string put;
};

struct Sample {
  std::string feed;
  std::string file;  ///< as the plan names it
  std::string name;  ///< as if so delivered
  std::string bytes;
  wire::Settings settings;  ///< the plan's with the sample's own
  std::string encoding;     ///< where the feed's declared ones don't tell; else empty
  Layout layout = Layout::other;
  std::size_t header_line = 0;          ///< from 1; 0: none
  std::size_t data_line = 1;            ///< the first row that is data
  std::size_t trailer_lines = 0;        ///< rows at the end that are no data
  std::vector<Exchange> unknown_codes;  ///< a code for one that no table knows
};

struct PushSample {
  std::string kind;
  std::string json;
};

struct Bounds {
  std::uint64_t memory_bytes = 64U << 20U;  ///< more than idle, while it reads a long delivery
  std::uint64_t long_delivery_bytes = 8U << 20U;
  std::int64_t seconds = 60;  ///< one delivery, the long one too
};

struct Plan {
  std::vector<Sample> samples;
  std::vector<PushSample> pushes;
  std::vector<wire::Settings> bad_settings;   ///< each must be refused with a message
  std::map<std::string, std::string> quirks;  ///< check → why this adapter can't
  Bounds bounds;
};

/// The plan can't be read; the text says where.
class PlanError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A JSON object of settings, which a plan can't hold because they are made. Throws PlanError.
wire::Settings read_settings(const std::filesystem::path& file);

/// Reads the plan and the files that it names, which stand beside or below it; `more` are settings
/// that it leaves open. Throws PlanError.
Plan read_plan(const std::filesystem::path& file, const wire::Settings& more = {});

}  // namespace tsunagu::conformance
