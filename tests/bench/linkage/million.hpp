// Prepared records by the million: many municipalities, each with towns of its own.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "hub/linkage/homes.hpp"
#include "hub/linkage/model.hpp"
#include "tests/bench/linkage/told.hpp"

namespace bench::linkage {

struct MillionOptions {
  std::string config{};
  std::size_t records = 1'000'000;
  bool crowded = false;
};

/// Makes records until it has been told enough of them. Their numbers are left out: pairs are found
/// by likeness alone.
class Million {
 public:
  Million(MillionOptions options, const hub::normalize::Tables& tables);

  /// Estimated from the first municipality.
  [[nodiscard]] const hub::linkage::Model& model() const noexcept { return model_; }

  /// Shows each record to `see`, with the hash of its register number (0 for none).
  using See = std::function<void(const hub::linkage::PersonFacts&, std::uint64_t household)>;
  void each(const See& see) const;

 private:
  [[nodiscard]] population::Town town(std::uint64_t seed) const;
  [[nodiscard]] Told told(const population::Town& town) const;

  MillionOptions options_;
  const hub::normalize::Tables& tables_;
  hub::linkage::Model model_;
};

/// All of it packed.
struct Prepared {
  hub::linkage::Population rows{};
  std::vector<hub::linkage::RegisterBearer> registers{};
};
Prepared prepare(const Million& million, std::size_t records);

}  // namespace bench::linkage
