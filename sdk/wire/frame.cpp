#include "sdk/wire/frame.hpp"

#include <cstring>

namespace tsunagu::wire {
namespace {

constexpr std::size_t size_bytes = sizeof(std::uint32_t);
constexpr std::size_t usual_bytes = std::size_t{64} * 1024;

}  // namespace

std::size_t begin_frame(std::string& out, Type type) {
  const std::size_t begin = out.size();
  out.append(size_bytes, '\0');
  out += static_cast<char>(type);
  return begin;
}

bool end_frame(std::string& out, std::size_t begin) {
  const std::size_t size = out.size() - begin - size_bytes;
  if (size > frame_bytes) {
    out.resize(begin);
    return false;
  }
  const auto claimed = static_cast<std::uint32_t>(size);
  std::memcpy(out.data() + begin, &claimed, size_bytes);
  return true;
}

FrameBuffer::Room FrameBuffer::room() {
  if (begin_ > 0) {
    std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  const std::size_t least = wanted_ > usual_bytes ? wanted_ : usual_bytes;
  if (bytes_.size() < least) bytes_.resize(least);
  return {bytes_.data() + end_, bytes_.size() - end_};
}

std::optional<Frame> FrameBuffer::next() {
  if (malformed_ || end_ - begin_ < size_bytes) return std::nullopt;
  std::uint32_t size = 0;
  std::memcpy(&size, bytes_.data() + begin_, size_bytes);
  malformed_ = size == 0 || size > most_;
  wanted_ = malformed_ ? 0 : size + size_bytes;
  if (malformed_ || end_ - begin_ < wanted_) return std::nullopt;
  const char* type = bytes_.data() + begin_ + size_bytes;
  begin_ += wanted_;
  wanted_ = 0;
  return Frame{static_cast<Type>(*type), std::string_view(type + 1, size - 1)};
}

}  // namespace tsunagu::wire
