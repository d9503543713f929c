// Message bodies as bytes. Both ends are processes of one machine, so numbers keep its byte order;
// a text is its size in 32 bits and its bytes. The decoder trusts nothing: it reads inside the body
// or fails, and never allocates more than the body holds.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tsunagu::wire {

/// Appends to a caller's string.
class Encoder {
 public:
  explicit Encoder(std::string& out) : out_(out) {}

  template <class... Fields>
  void operator()(const Fields&... fields) {
    (put(fields), ...);
  }

 private:
  template <class Number>
  requires std::is_integral_v<Number>
  void put(Number number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out_.append(bytes, sizeof bytes);
  }
  void put(std::string_view text) {
    put(static_cast<std::uint32_t>(text.size()));
    out_.append(text);
  }
  void put(const std::string& text) { put(std::string_view(text)); }
  void put(const std::vector<std::pair<std::string, std::string>>& pairs) {
    put(static_cast<std::uint32_t>(pairs.size()));
    for (const auto& [key, value] : pairs) {
      put(key);
      put(value);
    }
  }

  std::string& out_;
};

/// Reads one body. A `string_view` field borrows from it.
class Decoder {
 public:
  explicit Decoder(std::string_view body) : rest_(body) {}

  template <class... Fields>
  void operator()(Fields&... fields) {
    (get(fields), ...);
  }
  /// True when every field was there and nothing is left over.
  [[nodiscard]] bool complete() const { return good_ && rest_.empty(); }

 private:
  template <class Number>
  requires std::is_integral_v<Number>
  void get(Number& number) {
    const std::string_view bytes = take(sizeof number);
    if (good_) std::memcpy(&number, bytes.data(), sizeof number);
  }
  void get(std::string_view& text) {
    std::uint32_t size = 0;
    get(size);
    text = take(size);
  }
  void get(std::string& text) {
    std::string_view borrowed;
    get(borrowed);
    text = borrowed;
  }
  void get(std::vector<std::pair<std::string, std::string>>& pairs) {
    std::uint32_t count = 0;
    get(count);
    pairs.clear();
    for (std::uint32_t i = 0; i < count && good_; ++i) {
      pairs.emplace_back();
      get(pairs.back().first);
      get(pairs.back().second);
    }
  }
  std::string_view take(std::size_t size) {
    good_ = good_ && size <= rest_.size();
    if (!good_) return {};
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool good_ = true;
};

}  // namespace tsunagu::wire
