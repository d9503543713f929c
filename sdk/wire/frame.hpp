// A frame is the size of what follows (32 bits), one byte of type, and the body. No frame is longer
// than 1 MiB and a little, whatever the other side claims.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagu::wire {

/// The greatest size of type and body together.
inline constexpr std::size_t frame_bytes = std::size_t{1024} * 1024;
/// Bulk bytes go in blocks of at most this. One of them always fits in a socket's buffer, so that
/// the hub can answer a `Want` at once, also while the adapter is busy giving records.
inline constexpr std::size_t transfer_bytes = std::size_t{64} * 1024;

enum class Type : std::uint8_t {
  // adapter process to hub
  hello = 1,
  created,
  fatal,
  want,
  record,
  problem,
  progress,
  file,
  file_bytes,
  health_line,
  done,
  walls,
  recognized,
  // hub to adapter process
  create = 64,
  decode,
  block,
  stop,
  push,
  health,
  recognize,
};

struct Frame {
  Type type;
  std::string_view body;
};

/// Appends a frame's head to `out`; the body follows by the caller, then `end_frame` with what this
/// returned.
std::size_t begin_frame(std::string& out, Type type);
/// Sets the size. False, with `out` cut back to before the frame, when it is over `frame_bytes`.
bool end_frame(std::string& out, std::size_t begin);

/// Takes bytes as they arrive and gives whole frames. Its memory grows to one frame at most.
class FrameBuffer {
 public:
  /// `most`: the greatest frame that it takes; more only in a test's control.
  explicit FrameBuffer(std::size_t most = frame_bytes) : most_(most) {}

  /// Where the next bytes go, and how many fit. Ends the life of frames given before.
  struct Room {
    char* data;
    std::size_t size;
  };
  Room room();
  void filled(std::size_t size) { end_ += size; }

  /// The next whole frame; it borrows until the next `room`. Nothing when more bytes are needed, or
  /// when the stream is malformed.
  std::optional<Frame> next();
  /// The other side claimed an impossible size; nothing can follow.
  [[nodiscard]] bool malformed() const { return malformed_; }

 private:
  std::size_t most_;
  std::vector<char> bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t wanted_ = 0;
  bool malformed_ = false;
};

}  // namespace tsunagu::wire
