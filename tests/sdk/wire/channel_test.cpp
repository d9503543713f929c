#include "sdk/wire/channel.hpp"

#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

namespace tsunagu::wire {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

struct Pair {
  Pair() {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) std::abort();
  }
  int ends[2];
};

Channel::Deadline soon() {
  return steady_clock::now() + milliseconds(20);
}
Channel::Deadline later() {
  return steady_clock::now() + std::chrono::seconds(30);
}

TEST(Channel, carries_messages_both_ways) {
  const Pair pair;
  Channel left(pair.ends[0]);
  Channel right(pair.ends[1]);
  Frame frame{};
  left.queue(Want{});
  left.queue(Record{1, "{}"});
  ASSERT_EQ(left.flush(later()), Io::ok);
  ASSERT_EQ(right.next(frame, later()), Io::ok);
  EXPECT_TRUE(as<Want>(frame));
  ASSERT_EQ(right.next(frame, later()), Io::ok);
  EXPECT_EQ(as<Record>(frame)->json, "{}");
}

TEST(Channel, waits_no_longer_than_its_deadline) {
  const Pair pair;
  Channel left(pair.ends[0]);
  Channel right(pair.ends[1]);
  Frame frame{};
  EXPECT_EQ(left.next(frame, soon()), Io::timed_out);
  const std::string block(transfer_bytes, 'x');
  for (int time = 0; time < 32; ++time)
    left.queue(Block{block});
  EXPECT_EQ(left.flush(soon()), Io::timed_out) << "nobody reads";
}

TEST(Channel, sends_more_than_the_socket_holds) {
  const Pair pair;
  Channel left(pair.ends[0]);
  Channel right(pair.ends[1]);
  const std::string block(transfer_bytes, 'x');
  for (int time = 0; time < 32; ++time)
    left.queue(Block{block});
  std::thread sender([&] { EXPECT_EQ(left.flush(later()), Io::ok); });
  Frame frame{};
  for (int time = 0; time < 32; ++time) {
    ASSERT_EQ(right.next(frame, later()), Io::ok);
    EXPECT_EQ(as<Block>(frame)->bytes.size(), transfer_bytes);
  }
  sender.join();
}

TEST(Channel, says_when_the_other_side_is_gone) {
  const Pair pair;
  Channel left(pair.ends[0]);
  ::close(pair.ends[1]);
  Frame frame{};
  EXPECT_EQ(left.next(frame, later()), Io::closed);
  left.queue(Want{});
  EXPECT_EQ(left.flush(later()), Io::closed) << "and no SIGPIPE";
}

TEST(Channel, is_interrupted_by_the_descriptor_it_watches) {
  const Pair pair;
  const int wake = ::eventfd(1, EFD_CLOEXEC);
  {
    Channel left(pair.ends[0], wake);
    Frame frame{};
    EXPECT_EQ(left.next(frame, later()), Io::interrupted);
  }
  ::close(wake);
  ::close(pair.ends[1]);
}

}  // namespace
}  // namespace tsunagu::wire
