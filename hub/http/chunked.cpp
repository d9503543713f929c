#include "hub/http/chunked.hpp"

#include <algorithm>

namespace hub::http {
namespace {

constexpr int most_digits = 8;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

ChunkState ChunkDecoder::size_digit(char c) {
  if (c == '\r') {
    expect_ = Expect::size_cr;
    return digits_ > 0 ? ChunkState::more : ChunkState::malformed;
  }
  const int value = hex_value(c);
  if (value < 0 || ++digits_ > most_digits) return ChunkState::malformed;
  left_ = left_ * 16 + static_cast<std::size_t>(value);
  return ChunkState::more;
}

ChunkState ChunkDecoder::punctuation(char c) {
  const bool line_feed =
      expect_ == Expect::size_cr || expect_ == Expect::data_lf || expect_ == Expect::last_lf;
  if (c != (line_feed ? '\n' : '\r')) return ChunkState::malformed;
  switch (expect_) {
    case Expect::size_cr:
      expect_ = left_ == 0 ? Expect::last_cr : Expect::data;
      break;
    case Expect::data_cr:
      expect_ = Expect::data_lf;
      break;
    case Expect::data_lf:
      expect_ = Expect::size;
      digits_ = 0;
      break;
    case Expect::last_cr:
      expect_ = Expect::last_lf;
      break;
    default:
      return ChunkState::done;
  }
  return ChunkState::more;
}

ChunkState ChunkDecoder::feed(std::string_view bytes, std::string& body, std::size_t& used) {
  used = 0;
  while (used < bytes.size()) {
    if (expect_ == Expect::data) {
      if (left_ > limit_ - body.size()) return ChunkState::too_large;
      const auto take = std::min(left_, bytes.size() - used);
      body.append(bytes.substr(used, take));
      used += take;
      left_ -= take;
      if (left_ == 0) expect_ = Expect::data_cr;
      continue;
    }
    const char c = bytes[used++];
    const auto state = expect_ == Expect::size ? size_digit(c) : punctuation(c);
    if (state != ChunkState::more) return state;
  }
  return ChunkState::more;
}

}  // namespace hub::http
