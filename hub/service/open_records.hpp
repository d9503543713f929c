// Person records that are compared with one another, each opened and packed once.
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
  /// Whether anything changed since the last look.
  bool look(store::Reader& reader, base::UtcMillis at);
  [[nodiscard]] bool anybody() const noexcept { return !tokens_.empty(); }
  [[nodiscard]] bool hold(const std::vector<crypto::Token>& tokens) const;

 private:
  std::int64_t state_ = -1;
  std::string day_;
  std::vector<crypto::Token> tokens_;
};

/// What was opened, to be kept from one transaction to the next. A record that had nothing to open
/// is not remembered: the next piece may bring something.
struct PackedRecords {
  linkage::Population population{};
  NumberSystems systems{};
  std::unordered_map<std::int64_t, linkage::Place> places{};
  std::vector<linkage::Place> person{};  ///< of each place that somebody settles
};

class OpenRecords {
 public:
  /// Borrows all; `packed` by the same weights, and nothing changed meanwhile.
  OpenRecords(store::Reader& reader, const Weights& weights, const HiddenTokens& hidden,
              PackedRecords& packed)
      : reader_(reader), weights_(weights), hidden_(hidden), packed_(packed) {}

  /// Opens it where it isn't open yet; nothing for a record that can't be compared. What was
  /// borrowed of the population before ends.
  std::optional<linkage::Place> place_of(store::RecordRow record);
  [[nodiscard]] const linkage::Population& population() const noexcept {
    return packed_.population;
  }
  /// To settle some places in: room for all.
  [[nodiscard]] std::vector<linkage::Place>& person() {
    packed_.person.resize(population().records());
    return packed_.person;
  }
  [[nodiscard]] store::RecordRow record_at(linkage::Place place) const noexcept {
    return {static_cast<std::int64_t>(population().id(place))};
  }
  [[nodiscard]] bool is_hidden(store::RecordRow record);
  [[nodiscard]] const Weights& weights() const noexcept { return weights_; }
  [[nodiscard]] store::Reader& reader() noexcept { return reader_; }
  [[nodiscard]] bool anybody_hidden() const noexcept { return hidden_.anybody(); }

 private:
  store::Reader& reader_;
  const Weights& weights_;
  const HiddenTokens& hidden_;
  PackedRecords& packed_;
};

}  // namespace hub::service
