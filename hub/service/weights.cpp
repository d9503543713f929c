#include "hub/service/weights.hpp"

namespace hub::service {

linkage::Settings settings_of(const profile::LinkageSettings& chosen) {
  return linkage::settings_in_bits(chosen.same, chosen.perhaps, chosen.most_in_block,
                                   chosen.most_in_person);
}

std::shared_ptr<const Weights> standard_weights(const profile::LinkageSettings& chosen) {
  return std::make_shared<const Weights>(linkage::standard_model(), settings_of(chosen));
}

}  // namespace hub::service
