// Contents that are gone, held against the rows that tell of their erasure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hub::verify {

class Erasures {
 public:
  /// In order of the rows.
  void gone(std::int64_t seq);
  /// Looks whether these contents tell of an erasure, and of which rows; only of rows before `seq`.
  void read(std::int64_t seq, std::string_view contents);
  /// The first row whose contents are gone and of whose erasure none tells.
  [[nodiscard]] std::optional<std::int64_t> first_taken() const;
  [[nodiscard]] std::int64_t count() const noexcept { return count_; }

 private:
  struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
  };
  std::vector<Range> gone_;
  std::vector<Range> told_;
  std::int64_t count_ = 0;
};

}  // namespace hub::verify
