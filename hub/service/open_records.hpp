// Person records that are compared within one transaction, each opened and packed once.
#pragma once

#include <optional>
#include <unordered_map>

#include "hub/linkage/population.hpp"
#include "hub/service/linkage_facts.hpp"
#include "hub/service/weights.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// Whom the protection register hides at that moment, by their tokens. Cheap to bring up to date.
class HiddenTokens {
 public:
  void look(store::Reader& reader, base::UtcMillis at);
  [[nodiscard]] bool anybody() const noexcept { return !tokens_.empty(); }
  [[nodiscard]] bool hold(const std::vector<crypto::Token>& tokens) const;

 private:
  std::int64_t state_ = -1;
  std::string day_;
  std::vector<crypto::Token> tokens_;
};

class OpenRecords {
 public:
  /// Borrows all.
  OpenRecords(store::Reader& reader, const Weights& weights, const HiddenTokens& hidden)
      : reader_(reader), weights_(weights), hidden_(hidden) {}

  /// Opens it where it isn't open yet; nothing for a record that can't be compared. What was
  /// borrowed of the population before ends.
  std::optional<linkage::Place> place_of(store::RecordRow record);
  [[nodiscard]] const linkage::Population& population() const noexcept { return population_; }
  [[nodiscard]] store::RecordRow record_at(linkage::Place place) const noexcept {
    return {static_cast<std::int64_t>(population_.id(place))};
  }
  [[nodiscard]] bool is_hidden(store::RecordRow record);
  [[nodiscard]] const Weights& weights() const noexcept { return weights_; }
  [[nodiscard]] store::Reader& reader() noexcept { return reader_; }
  [[nodiscard]] bool anybody_hidden() const noexcept { return hidden_.anybody(); }

 private:
  store::Reader& reader_;
  const Weights& weights_;
  const HiddenTokens& hidden_;
  linkage::Population population_;
  NumberSystems systems_;
  std::unordered_map<std::int64_t, std::optional<linkage::Place>> places_;
};

}  // namespace hub::service
