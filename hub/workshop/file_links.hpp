// Whom in the same file a person would be held beside: what `tsunagu adapter try` can show of
// linkage without a store. The hub's own rules weigh more, and hold everybody whom it knows.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "hub/workshop/trial.hpp"

namespace hub::workshop {

/// Another person's record that has a key in common.
struct FileLink {
  std::string record;           ///< its record key
  std::uint64_t line = 0;       ///< on which it begins
  bool same = false;            ///< the same number of one system: one person
  std::vector<std::string> by;  ///< "number", "name_birthday", "telephone", "address"
};

class FileLinks {
 public:
  /// Records that are no person's add nothing.
  void add(const TriedRecord& record, std::uint64_t line);
  /// In the order of their record keys; at most most_links.
  [[nodiscard]] std::vector<FileLink> of(const TriedRecord& record) const;

  static constexpr std::size_t most_links = 20;

 private:
  using Record = std::pair<std::string, std::uint64_t>;
  std::map<std::pair<std::string, std::string>, std::vector<Record>> holders_;  ///< by, key
};

}  // namespace hub::workshop
