// The form in which a record's facts are sealed: numbers of fixed width, texts behind their length.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace hub::linkage {

class FactsWriter {
 public:
  template <class Number>
  void number(Number value) {
    static_assert(std::is_unsigned_v<Number>);
    for (std::size_t i = 0; i < sizeof value; ++i)
      bytes_ += static_cast<char>(value >> (8 * i) & 0xFFU);
  }
  /// Cut at 255 bytes: a key that long tells no more.
  void text(std::string_view value) {
    const auto kept = value.substr(0, 0xFF);
    number(static_cast<std::uint8_t>(kept.size()));
    bytes_ += kept;
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// What is behind the end reads as 0 and as nothing.
class FactsReader {
 public:
  explicit FactsReader(std::string_view bytes) : rest_(bytes) {}

  template <class Number>
  Number number() {
    Number value = 0;
    const auto bytes = take(sizeof value);
    for (std::size_t i = 0; i < bytes.size(); ++i)
      value = static_cast<Number>(value | Number{static_cast<std::uint8_t>(bytes[i])} << (8 * i));
    return value;
  }
  std::string_view text() { return take(number<std::uint8_t>()); }

 private:
  std::string_view take(std::size_t size) {
    const auto taken = rest_.substr(0, size);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  std::string_view rest_;
};

}  // namespace hub::linkage
