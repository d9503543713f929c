// What the hub is told of a town: each system's own export, read by its adapter, and the facts that
// the service makes of the records; so that what is measured is what runs.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "hub/crypto/sealer.hpp"
#include "hub/linkage/facts.hpp"
#include "hub/normalize/tables.hpp"
#include "tests/bench/population/population.hpp"

namespace bench::linkage {

/// Borrows the tables.
struct Way {
  const hub::normalize::Tables& tables;
  std::string config{};  ///< the repository's config folder
  std::string profile = "sakura";
};

class Told {
 public:
  /// Throws where an adapter refuses a file, or a row came to no record. A row arrived on the day
  /// on which it was written.
  Told(const population::Town& town, const Way& way);

  /// Shows each row's facts, in the order of the rows; the ids tell nothing.
  using See = std::function<void(const hub::linkage::PersonFacts&)>;
  void each(const See& see) const;
  [[nodiscard]] std::size_t size() const noexcept { return facts_.size(); }

 private:
  std::vector<hub::crypto::Opened> facts_;
};

}  // namespace bench::linkage
