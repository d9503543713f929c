// One end of the socket pair: frames out and in, each wait with a deadline. Owns the descriptor.
// One thread at a time.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "sdk/wire/frame.hpp"
#include "sdk/wire/messages.hpp"

namespace tsunagu::wire {

/// How a wait ended.
enum class Io { ok, closed, timed_out, malformed, interrupted };

class Channel {
 public:
  using Deadline = std::optional<std::chrono::steady_clock::time_point>;  ///< none: until it closes

  /// `interrupt` is a descriptor that ends every wait once it is readable, or -1; it is borrowed.
  explicit Channel(int socket, int interrupt = -1) : socket_(socket), interrupt_(interrupt) {}
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;
  ~Channel();

  /// Puts a message behind those that wait to be sent; false when it is too long for a frame.
  template <class Message>
  bool queue(const Message& message) {
    return append(out_, message);
  }
  [[nodiscard]] std::size_t queued_bytes() const { return out_.size(); }
  /// Sends all that waits.
  Io flush(Deadline deadline);
  /// The next frame; it borrows until the next call.
  Io next(Frame& frame, Deadline deadline);

 private:
  [[nodiscard]] Io wait(short events, Deadline deadline) const;
  Io receive_some(Deadline deadline);

  int socket_;
  int interrupt_;
  std::string out_;
  FrameBuffer in_;
};

}  // namespace tsunagu::wire
