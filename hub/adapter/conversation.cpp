#include "hub/adapter/conversation.hpp"

#include <algorithm>

#include "hub/base/limits.hpp"

namespace hub::adapter {

using tsunagu::wire::Io;

namespace limits = base::limits;

Conversation::Conversation(tsunagu::wire::Channel& channel, milliseconds idle, milliseconds whole,
                           std::size_t output)
    : channel_(channel),
      idle_(idle),
      end_(std::chrono::steady_clock::now() + whole),
      allowance_(output) {}

tsunagu::wire::Channel::Deadline Conversation::deadline() const {
  return std::min(end_, std::chrono::steady_clock::now() + idle_);
}

bool Conversation::sent() {
  return judge(channel_.flush(deadline()));
}

bool Conversation::hear(tsunagu::wire::Frame& frame) {
  if (broken_ || interrupted_ || !judge(channel_.next(frame, deadline()))) return false;
  constexpr std::size_t heading = 5;
  const std::size_t cost = frame.body.size() + heading;
  if (cost > allowance_) {
    broken_ = Fault{Cause::flooded, 0, "gives far more than its input can hold"};
    return false;
  }
  allowance_ -= cost;
  return true;
}

void Conversation::fed(std::size_t bytes) {
  allowance_ += bytes * limits::adapter_output_ratio;
}

bool Conversation::nonsense(const char* what) {
  if (!broken_) broken_ = Fault{Cause::nonsense, 0, std::string("broke the protocol: ") + what};
  return false;
}

bool Conversation::judge(Io io) {
  switch (io) {
    case Io::ok:
      return true;
    case Io::interrupted:
      interrupted_ = true;
      return false;
    case Io::malformed:
      return nonsense("an impossible frame");
    case Io::timed_out:
      broken_ = Fault{Cause::hung, 0, "gave no sign of life within its time"};
      return false;
    case Io::closed:
      closed_ = true;
      broken_ = Fault{Cause::nonsense, 0, "closed its socket and went on"};
      return false;
  }
  return false;
}

}  // namespace hub::adapter
