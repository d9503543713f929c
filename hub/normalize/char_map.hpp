// A map from characters that answers in two steps: 4,352 pages of 256, of which few exist.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace hub::normalize {

/// 0 stands for "no entry". Read-only once filled; any thread.
template <class Value>
class CharMap {
 public:
  void set(char32_t from, Value value) {
    auto& page = page_of_[from / page_size];
    if (page == 0) {
      page = static_cast<std::uint16_t>(pages_.size());
      pages_.emplace_back();
    }
    pages_[page][from % page_size] = value;
  }

  [[nodiscard]] Value find(char32_t c) const noexcept {
    return c < limit ? pages_[page_of_[c / page_size]][c % page_size] : Value{};
  }

 private:
  static constexpr char32_t limit = 0x110000;
  static constexpr std::size_t page_size = 256;
  std::vector<std::uint16_t> page_of_ = std::vector<std::uint16_t>(limit / page_size);
  std::vector<std::array<Value, page_size>> pages_{1};  ///< the first is empty
};

}  // namespace hub::normalize
