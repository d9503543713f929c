// One exchange with the child: deadlines on each wait and on the whole, and an account of what it
// gave. Every way out that is not an answer becomes a Fault.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "hub/adapter/fault.hpp"
#include "hub/adapter/launch.hpp"
#include "hub/base/limits.hpp"
#include "sdk/wire/channel.hpp"

namespace hub::adapter {

class Conversation {
 public:
  /// Borrows the channel. `whole` is the budget of the exchange; `output` what may come out of it
  /// whatever went in.
  Conversation(tsunagu::wire::Channel& channel, milliseconds idle, milliseconds whole,
               std::size_t output = base::limits::adapter_output_least);

  /// Sends; a failure is in `broken`.
  template <class Message>
  bool say(const Message& message) {
    return !broken_ && (channel_.queue(message) ? sent() : nonsense("a message is too long"));
  }
  /// The next frame, or false. Borrows until the next call.
  bool hear(tsunagu::wire::Frame& frame);
  /// The frame as that message, or false: it is malformed.
  template <class Message>
  bool take(const tsunagu::wire::Frame& frame, std::optional<Message>& message) {
    message = tsunagu::wire::as<Message>(frame);
    return message.has_value() || nonsense("a malformed message");
  }
  /// Always false.
  bool nonsense(const char* what);
  /// More bytes went in, so more may come out.
  void fed(std::size_t bytes);
  /// So much came out that has a limit of its own.
  void counted(std::size_t bytes) { allowance_ += bytes; }

  [[nodiscard]] const std::optional<Fault>& broken() const { return broken_; }
  [[nodiscard]] bool interrupted() const { return interrupted_; }
  /// The child closed its end: it is ending by itself.
  [[nodiscard]] bool closed() const { return closed_; }

 private:
  bool sent();
  bool judge(tsunagu::wire::Io io);
  [[nodiscard]] tsunagu::wire::Channel::Deadline deadline() const;

  tsunagu::wire::Channel& channel_;
  milliseconds idle_;
  std::chrono::steady_clock::time_point end_;
  std::size_t allowance_;
  std::optional<Fault> broken_;
  bool interrupted_ = false;
  bool closed_ = false;
};

}  // namespace hub::adapter
