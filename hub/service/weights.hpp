// The weights by which records are held against one another. Exchanged as a whole when a
// municipality's own were estimated; with other weights, everything is linked anew.
#pragma once

#include <memory>

#include "hub/linkage/score.hpp"
#include "hub/linkage/settings.hpp"
#include "hub/profile/settings.hpp"

namespace hub::service {

/// Immutable.
struct Weights {
  explicit Weights(linkage::Model estimated, linkage::Settings chosen = {})
      : model(std::move(estimated)), scorer(model), settings(chosen) {}

  linkage::Model model;
  linkage::Scorer scorer;
  linkage::Settings settings;
};

linkage::Settings settings_of(const profile::LinkageSettings& chosen);

std::shared_ptr<const Weights> standard_weights(const profile::LinkageSettings& chosen = {});

}  // namespace hub::service
