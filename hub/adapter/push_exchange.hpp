// One message through a running adapter, the question how it is, and which feed a delivery is.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hub/adapter/conversation.hpp"
#include "hub/adapter/exchange.hpp"
#include "hub/adapter/fault.hpp"

namespace hub::adapter {

class PushExchange {
 public:
  /// Borrows.
  explicit PushExchange(Conversation& talk) : talk_(talk) {}

  /// False when the conversation broke.
  bool run(const std::string& kind, const std::string& json);
  [[nodiscard]] const PushSummary& result() const { return summary_; }

 private:
  bool on_frame(const tsunagu::wire::Frame& frame);
  bool on_file(const tsunagu::wire::Frame& frame);
  bool on_bytes(const tsunagu::wire::Frame& frame);
  bool on_problem(const tsunagu::wire::Frame& frame);
  bool on_done(const tsunagu::wire::Frame& frame);

  Conversation& talk_;
  PushSummary summary_;
  std::size_t bytes_ = 0;
  bool done_ = false;
};

/// False when the conversation broke.
bool ask_health(Conversation& talk, std::vector<HealthLine>& lines);

/// False when the conversation broke. `feed` stays empty when the adapter doesn't know.
bool ask_feed(Conversation& talk, const Beginning& beginning, std::string& feed);

}  // namespace hub::adapter
