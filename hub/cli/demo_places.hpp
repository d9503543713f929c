// Where the demonstration finds what it plays with: the programs beside `tsunagu`, the adapters,
// the configuration and the exports, in a build folder as well as installed.
#pragma once

#include <filesystem>

#include "hub/base/result.hpp"

namespace hub::cli {

struct DemoPlaces {
  std::filesystem::path hub;          ///< tsunagu-hub
  std::filesystem::path coordinator;  ///< tsunagu-coordinator
  std::filesystem::path signer;       ///< tsunagu-signer
  std::filesystem::path verify;       ///< tsunagu-verify
  std::filesystem::path adapters;     ///< folder of the modules
  std::filesystem::path shared;       ///< folder of legal_bases.yaml and municipalities/
  std::filesystem::path exports;      ///< examples/walkthrough/exports
  std::filesystem::path scenes;       ///< examples/walkthrough/scenes
};

/// `program`: our own path. A Failure says what is missing and what to do.
base::Result<DemoPlaces> find_demo_places(const std::filesystem::path& program);

}  // namespace hub::cli
