// By which thresholds and weights a trial holds persons beside one another: those of the hub whose
// configuration is named, else the ones that a new hub begins with.
#pragma once

#include <filesystem>
#include <string>

#include "hub/base/result.hpp"
#include "hub/linkage/model.hpp"
#include "hub/linkage/settings.hpp"

namespace hub::workshop {

enum class Weighed {
  standard,    ///< by a new hub's weights: no configuration is named, or nothing was estimated yet
  own,         ///< by the linkage.model of the data folder
  unreadable,  ///< by a new hub's weights, since this user can't read the data folder
};

struct LinkBasis {
  linkage::Model model = linkage::standard_model();
  linkage::Settings settings{};
  std::string lgcode5{};  ///< of the municipality: for what names none
  Weighed weighed = Weighed::standard;
  std::filesystem::path file{};  ///< where linkage.model stands, or would; empty: none is named
};

/// A failure where the configuration, or the model, has mistakes: it names file and line.
base::Result<LinkBasis> link_basis_of(const std::filesystem::path& hub_yaml);

}  // namespace hub::workshop
