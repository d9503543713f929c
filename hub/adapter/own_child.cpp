#include "hub/adapter/own_child.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

#include "hub/base/unique_fd.hpp"

namespace hub::adapter {

using base::fail;
using base::Kind;
using base::Result;
namespace wire = tsunagu::wire;

Result<std::unique_ptr<Child>> OwnChild::start(const wire::HostCall& call) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return fail(Kind::unavailable, "no socket pair: too many open files");
  const base::UniqueFd its(ends[1]);
  const auto [pid, error] = wire::spawn(call, its.get(), wire::Group::its_own);
  if (error != 0) {
    ::close(ends[0]);
    return fail(Kind::unavailable,
                call.host.string() + ": can't be started: " + std::strerror(error));
  }
  std::unique_ptr<OwnChild> child(new OwnChild(pid, ends[0]));
  if (!child->process_.good()) return fail(Kind::unavailable, "no pidfd: too many open files");
  return std::unique_ptr<Child>(std::move(child));
}

Memory OwnChild::memory() const {
  return [pid = pid()] { return keeper::resident_bytes(pid); };
}

bool OwnChild::alive() const {
  return !ended_ && !process_.ended_within(milliseconds(0));
}

Fault OwnChild::end(milliseconds patience, const Fault& killed) {
  constexpr milliseconds patience_for_the_killed{5'000};
  const bool by_itself = process_.ended_within(patience);
  if (!by_itself) {
    process_.kill();
    static_cast<void>(process_.ended_within(patience_for_the_killed));
  }
  const siginfo_t info = process_.reap();
  ended_ = true;
  return by_itself ? how_it_ended(info.si_code, info.si_status) : killed;
}

}  // namespace hub::adapter
