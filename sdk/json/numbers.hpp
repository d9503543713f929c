// Decimals as they were written. A parser gives a double; whether the double says the same as the
// text can only be seen on the text.
#pragma once

#include <cstddef>
#include <string_view>

namespace tsunagu::json {

/// Goes through the number tokens of well-formed JSON, in document order.
class NumberTokens {
 public:
  explicit NumberTokens(std::string_view json) : json_(json) {}
  /// The next number; empty after the last.
  std::string_view next();
  /// Where the last one began.
  [[nodiscard]] std::size_t offset() const noexcept { return begin_; }

 private:
  void skip_string();

  std::string_view json_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

/// Whether the shortest text of `value` denotes the same number as `token`.
bool says_the_same(std::string_view token, double value);

}  // namespace tsunagu::json
