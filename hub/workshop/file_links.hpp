// Whom in the same file a person would be held beside, and what would come of it: what `tsunagu
// adapter try` can show of linkage without a store. The hub holds them beside all whom it knows.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "hub/linkage/explain.hpp"
#include "hub/linkage/record_facts.hpp"
#include "hub/workshop/link_basis.hpp"
#include "hub/workshop/trial.hpp"

namespace hub::workshop {

/// Another person of the file, and how the two agree.
struct FileLink {
  std::string record;      ///< its record key
  std::uint64_t line = 0;  ///< on which it begins
  linkage::Explanation found{};
};

class FileLinks {
 public:
  /// Borrows `basis`. Of a record key that comes again the last counts, as in the hub.
  FileLinks(const LinkBasis& basis, const normalize::Tables& tables, std::span<const Line> lines);

  /// Whom it shares a number or a block with (hub/linkage/block_key.hpp), in the order of their
  /// record keys; at most most_links. Nobody for what is no person.
  [[nodiscard]] std::vector<FileLink> of(const TriedRecord& record) const;

  static constexpr std::size_t most_links = 20;

 private:
  struct Stood {
    linkage::Place place = 0;
    std::uint64_t line = 0;
  };
  void add(const normalize::Tables& tables, const Line& line);
  [[nodiscard]] bool are_compared(linkage::Place a, linkage::Place b) const;

  const LinkBasis& basis_;
  linkage::Scorer scorer_;
  linkage::NumberSystems systems_{};
  linkage::Population population_{};
  std::map<std::string, Stood, std::less<>> persons_{};  ///< by record key
};

}  // namespace hub::workshop
