// A row of `config/purposes.yaml`: what a datum is wanted for, and the minimum of items that this
// takes (`needed` of the gate; 個人情報保護法69条2項: 必要な限度).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/item.hpp"

namespace hub::domain {

struct Purpose {
  std::string code;   ///< "tie_in"
  std::string title;  ///< つなぎ（支援依頼）
  std::string why;    ///< in words that the person can read
  Labels needed;      ///< never `mynumber` or `informant`
};

class Purposes {
 public:
  Purposes() = default;
  explicit Purposes(std::vector<Purpose> rows) : rows_(std::move(rows)) {}

  /// Borrowed from this object; nothing for an unknown code.
  [[nodiscard]] const Purpose* find(std::string_view code) const noexcept {
    for (const Purpose& row : rows_) {
      if (row.code == code) return &row;
    }
    return nullptr;
  }
  [[nodiscard]] const std::vector<Purpose>& rows() const noexcept { return rows_; }

 private:
  std::vector<Purpose> rows_;
};

}  // namespace hub::domain
