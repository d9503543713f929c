#include "hub/service/weights.hpp"

namespace hub::service {

linkage::Settings settings_of(const profile::LinkageSettings& chosen) {
  linkage::Settings settings;
  settings.same = chosen.same * linkage::one_bit;
  settings.perhaps = chosen.perhaps * linkage::one_bit;
  settings.most_in_block = static_cast<std::size_t>(chosen.most_in_block);
  settings.most_in_person = static_cast<std::size_t>(chosen.most_in_person);
  return settings;
}

std::shared_ptr<const Weights> standard_weights(const profile::LinkageSettings& chosen) {
  return std::make_shared<const Weights>(linkage::standard_model(), settings_of(chosen));
}

}  // namespace hub::service
