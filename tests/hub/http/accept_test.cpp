// Without descriptors the accept loop goes on. In a child process, whose limit is lowered.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <thread>
#include <vector>

#include "hub/base/log.hpp"
#include "tests/hub/http/support.hpp"

namespace hub::http::test {
namespace {

Router health() {
  Router router;
  router.add({.method = Method::get, .pattern = "/healthz", .access = Access::loopback}, echo);
  return router;
}

/// Takes every descriptor that is left.
std::vector<int> take_all_descriptors() {
  std::vector<int> out;
  for (int fd = ::open("/dev/null", O_RDONLY); fd >= 0; fd = ::open("/dev/null", O_RDONLY)) {
    out.push_back(fd);
  }
  return out;
}

bool answers(RawClient& client) {
  client.send(get("/healthz"));
  return status_in(client.answer()) == 200;
}

/// 0 if the server answered again after descriptors had run out; else the step that failed.
int starve_and_recover(bool starve) {
  const rlimit few{64, 64};
  if (::setrlimit(RLIMIT_NOFILE, &few) != 0) return 1;
  // UBSan opens a pipe when it meets the logger's type first: it must have met it before.
  base::log(base::Level::info, "accept_test_begins");
  ServerSettings settings;
  settings.limits.accept_pause = std::chrono::milliseconds(1);
  TestServer server(health(), settings);
  RawClient before(server.port());
  if (!answers(before)) return 2;
  auto taken = starve ? take_all_descriptors() : std::vector<int>{};
  if (starve) {
    ::close(taken.back());
    taken.pop_back();
  }
  RawClient during(server.port());  // takes the last one; the server has none to accept with
  while (starve && server.server->counts().accept_failures < 3)
    std::this_thread::yield();
  for (const int fd : taken)
    ::close(fd);
  if (!answers(during)) return 3;
  RawClient after(server.port());
  if (!answers(after)) return 4;
  return starve == (server.server->counts().accept_failures > 0) ? 0 : 5;
}

int in_child(bool starve) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(starve_and_recover(starve));
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(AcceptLoop, survives_running_out_of_descriptors) {
  EXPECT_EQ(in_child(true), 0);
}

TEST(AcceptLoop, counts_no_failure_while_there_are_descriptors) {
  EXPECT_EQ(in_child(false), 0);
}

}  // namespace
}  // namespace hub::http::test
