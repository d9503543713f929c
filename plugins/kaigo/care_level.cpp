#include "plugins/kaigo/care_level.hpp"

namespace kaigo {

namespace {

template <std::size_t count>
tsunagu::record::Observation degree(tsunagu::record::ObservationKind kind,
                                    const Vocabulary<std::string_view, count>& degrees,
                                    std::string_view written) {
  tsunagu::record::Observation observation(kind);
  observation.text = tsunagu::feed::own(written);
  for (const auto& [word, code] : degrees) {
    if (written != word && written != code) continue;
    observation.code = tsunagu::feed::own(code);
    observation.text = tsunagu::feed::own(word);
  }
  return observation;
}

}  // namespace

tsunagu::record::Observation elderly_degree(std::string_view written) {
  return degree(tsunagu::record::ObservationKind::elderly_independence, elderly_degrees, written);
}

tsunagu::record::Observation dementia_degree(std::string_view written) {
  return degree(tsunagu::record::ObservationKind::dementia_independence, dementia_degrees, written);
}

}  // namespace kaigo
