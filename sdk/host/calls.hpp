// One `decode` or `push`, as the adapter sees it: the C structs, and what stands behind them.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "sdk/wire/channel.hpp"
#include "tsunagu/adapter.h"

namespace tsunagu::host {

/// Sends what gathers, in pieces that are worth a system call, and as a sign of life.
class Teller {
 public:
  explicit Teller(wire::Channel& channel) : channel_(channel) {}

  template <class Message>
  tsunagu_status tell(const Message& message) {
    if (!channel_.queue(message)) return TSUNAGU_STOPPED;
    const auto now = std::chrono::steady_clock::now();
    if (channel_.queued_bytes() < worth_sending && now - sent_ < sign_of_life) return TSUNAGU_OK;
    sent_ = now;
    return channel_.flush({}) == wire::Io::ok ? TSUNAGU_OK : TSUNAGU_STOPPED;
  }
  tsunagu_status tell_problem(wire::ProblemKind kind, const tsunagu_problem& problem);
  [[nodiscard]] wire::Channel& channel() { return channel_; }

 private:
  static constexpr std::size_t worth_sending = std::size_t{64} * 1024;
  static constexpr std::chrono::seconds sign_of_life{1};

  wire::Channel& channel_;
  std::chrono::steady_clock::time_point sent_ = std::chrono::steady_clock::now();
};

/// Runs one delivery through the adapter.
wire::Done decode(const tsunagu_adapter_table& table, tsunagu_adapter* adapter,
                  const wire::Decode& delivery, wire::Channel& channel);

/// Runs one message through the adapter.
wire::Done push(const tsunagu_adapter_table& table, tsunagu_adapter* adapter,
                const wire::Push& message, wire::Channel& channel);

}  // namespace tsunagu::host
