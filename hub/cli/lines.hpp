// Lines of an input that may be a pipe, each of at most so many bytes.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string_view>
#include <vector>

namespace hub::cli {

/// Borrows the stream. Of a line that is too long the rest is passed over.
class Lines {
 public:
  Lines(std::istream& in, std::size_t most_bytes) : in_(in), buffer_(most_bytes + 1) {}

  bool next();
  [[nodiscard]] bool too_long() const noexcept { return too_long_; }
  [[nodiscard]] std::string_view text() const noexcept { return {buffer_.data(), size_}; }
  /// False where a reader that asks line by line waits for its answer.
  [[nodiscard]] bool more_waiting() const;

 private:
  void pass_over();

  std::istream& in_;
  std::vector<char> buffer_;
  std::size_t size_ = 0;
  bool too_long_ = false;
};

}  // namespace hub::cli
