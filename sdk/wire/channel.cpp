#include "sdk/wire/channel.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace tsunagu::wire {
namespace {

using std::chrono::milliseconds;

/// What poll takes: milliseconds, rounded up; -1 for ever.
int millis_until(Channel::Deadline deadline) {
  if (!deadline) return -1;
  const auto left = std::chrono::ceil<milliseconds>(*deadline - std::chrono::steady_clock::now());
  return static_cast<int>(std::clamp<milliseconds::rep>(left.count(), 0, 3'600'000));
}

bool is_transient(int error) {
  return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

}  // namespace

Channel::~Channel() {
  ::close(socket_);
}

Io Channel::wait(short events, Deadline deadline) const {
  for (;;) {
    pollfd waited[2] = {{socket_, events, 0}, {interrupt_, POLLIN, 0}};
    const int ready = ::poll(waited, interrupt_ < 0 ? 1 : 2, millis_until(deadline));
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0) return Io::closed;
    if (waited[1].revents != 0) return Io::interrupted;
    if (ready > 0) return Io::ok;
    if (deadline && std::chrono::steady_clock::now() >= *deadline) return Io::timed_out;
  }
}

Io Channel::flush(Deadline deadline) {
  std::size_t sent = 0;
  while (sent < out_.size()) {
    const ssize_t some =
        ::send(socket_, out_.data() + sent, out_.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (some > 0) {
      sent += static_cast<std::size_t>(some);
      continue;
    }
    if (!is_transient(errno)) return Io::closed;
    const Io waited = wait(POLLOUT, deadline);
    if (waited != Io::ok) return waited;
  }
  out_.clear();
  return Io::ok;
}

Io Channel::receive_some(Deadline deadline) {
  const FrameBuffer::Room room = in_.room();
  for (;;) {
    const ssize_t some = ::recv(socket_, room.data, room.size, MSG_DONTWAIT);
    if (some > 0) {
      in_.filled(static_cast<std::size_t>(some));
      return Io::ok;
    }
    if (some == 0 || !is_transient(errno)) return Io::closed;
    const Io waited = wait(POLLIN, deadline);
    if (waited != Io::ok) return waited;
  }
}

Io Channel::next(Frame& frame, Deadline deadline) {
  for (;;) {
    if (const std::optional<Frame> whole = in_.next()) {
      frame = *whole;
      return Io::ok;
    }
    if (in_.malformed()) return Io::malformed;
    const Io received = receive_some(deadline);
    if (received != Io::ok) return received;
  }
}

}  // namespace tsunagu::wire
