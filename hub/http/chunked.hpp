// A chunked body (RFC 9112, 7.1), strictly: no chunk extensions, no trailers, a maximum.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hub::http {

enum class ChunkState { more, done, malformed, too_large };

class ChunkDecoder {
 public:
  explicit ChunkDecoder(std::size_t limit) : limit_(limit) {}

  /// Takes what it can of `bytes`, appends data to `body`, and sets `used` to how much it took.
  ChunkState feed(std::string_view bytes, std::string& body, std::size_t& used);

 private:
  enum class Expect { size, size_cr, data, data_cr, data_lf, last_cr, last_lf };
  ChunkState size_digit(char c);
  ChunkState punctuation(char c);

  std::size_t limit_;
  std::size_t left_ = 0;
  int digits_ = 0;
  Expect expect_ = Expect::size;
};

}  // namespace hub::http
