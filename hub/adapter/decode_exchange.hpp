// One delivery through a running adapter.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "hub/adapter/conversation.hpp"
#include "hub/adapter/exchange.hpp"

namespace hub::adapter {

class DecodeExchange {
 public:
  /// Borrows all three.
  DecodeExchange(Conversation& talk, InputSource& input, RecordHandler& handler)
      : talk_(talk), input_(input), handler_(handler) {}

  /// False when the conversation broke; then nothing of what the handler got may be applied.
  bool run(const Delivery& delivery);
  /// After run returned true: the summary, or the input's or handler's own failure.
  [[nodiscard]] base::Result<DecodeSummary> result() const;

 private:
  bool on_frame(const tsunagu::wire::Frame& frame);
  bool on_want();
  bool on_record(const tsunagu::wire::Frame& frame);
  bool on_problem(const tsunagu::wire::Frame& frame);
  bool on_progress(const tsunagu::wire::Frame& frame);
  bool on_done(const tsunagu::wire::Frame& frame);
  /// Keeps the first failure of ours; from then on what comes is dropped.
  void note(const base::Result<>& handled);

  Conversation& talk_;
  InputSource& input_;
  RecordHandler& handler_;
  DecodeSummary summary_;
  std::optional<base::Failure> failure_;
  std::vector<std::uint8_t> block_;
  std::int32_t status_ = 0;
  bool done_ = false;
};

}  // namespace hub::adapter
