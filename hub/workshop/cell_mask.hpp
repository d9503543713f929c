// One cell of a real file becomes another that says of nobody: every letter and digit another of
// its kind, marks and spaces as they were.
#pragma once

#include <string>

#include "hub/base/random.hpp"

namespace hub::workshop {

class CellMask {
 public:
  /// Borrows it.
  explicit CellMask(base::Random& random) : random_(random) {}

  /// Another cell that the readers of dates, codes and telephone numbers judge the same, as far as
  /// some 2,000 tries find one; never one with a number that may not be kept. UTF-8, as many bytes.
  std::string of(const std::string& cell);

 private:
  std::string without_digits(const std::u32string& cell);
  std::u32string once(const std::u32string& cell, bool is_date);
  char32_t one(char32_t c, char32_t after);
  char32_t other(std::u32string_view pool, char32_t c);
  std::uint32_t pick(std::size_t below);

  base::Random& random_;
};

}  // namespace hub::workshop
