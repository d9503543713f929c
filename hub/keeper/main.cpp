// `tsunagu-adapter-keeper`: starts the adapters of one source under this process' own user, for a
// hub that runs under another, and is their parent: it kills them, grants them CPU time and tells
// their memory. systemd hands it the socket (tsunagu-adapter@.socket); by hand, `--socket` names
// it.
#include <poll.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <iostream>

#include "hub/base/log.hpp"
#include "hub/base/unix_address.hpp"
#include "hub/keeper/keep.hpp"

namespace {

using hub::base::fail;
using hub::base::Kind;
using hub::base::Result;
using hub::base::UniqueFd;
namespace fs = std::filesystem;
namespace keeper = hub::keeper;

struct Wish {
  fs::path socket;
  fs::path host;
  fs::path folder;
  std::string hub_user;
};

Result<uid_t> uid_of(const std::string& user) {
  const passwd* entry = ::getpwnam(user.c_str());  // one thread
  if (entry == nullptr) return fail(Kind::not_found, "no user " + user);
  return entry->pw_uid;
}

Result<UniqueFd> listen_at(const fs::path& path) {
  const auto address = hub::base::unix_address(path);
  if (!address) return address.error();
  UniqueFd fd(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
  ::unlink(path.c_str());
  if (::bind(fd.get(), hub::base::as_sockaddr(*address), sizeof *address) != 0 ||
      ::chmod(path.c_str(), 0666) != 0 || ::listen(fd.get(), 8) != 0)
    return fail(Kind::unavailable, path.string() + ": " + std::strerror(errno));
  return fd;
}

Result<UniqueFd> listening(const fs::path& path) {
  if (!path.empty()) return listen_at(path);
  if (::sd_listen_fds(1) != 1 ||
      ::sd_is_socket(SD_LISTEN_FDS_START, AF_UNIX, SOCK_SEQPACKET, 1) <= 0)
    return fail(Kind::invalid, "systemd hands over no socket; name one with --socket");
  return UniqueFd(SD_LISTEN_FDS_START);
}

/// In a process of its own, so that one adapter's keeping disturbs no other's.
void keep_apart(UniqueFd client, const keeper::Ground& ground, int listener) {
  const pid_t parent = ::getpid();
  if (::fork() != 0) return;
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (::getppid() != parent) ::_exit(1);
  ::close(listener);
  std::signal(SIGCHLD, SIG_DFL);
  keeper::keep(keeper::Line(std::move(client)), ground);
  ::_exit(0);
}

void serve(int listener, uid_t hub, const keeper::Ground& ground) {
  std::signal(SIGCHLD, SIG_IGN);  // the kernel reaps who keeps
  for (;;) {
    pollfd waits[] = {{listener, POLLIN, 0}, {ground.stop, POLLIN, 0}};
    if (::poll(waits, 2, -1) < 0 && errno != EINTR) return;
    if (waits[1].revents != 0) return;
    UniqueFd client(::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC));
    if (!client) continue;
    keeper::Line line(std::move(client));
    if (line.peer() != static_cast<std::int64_t>(hub)) {
      hub::base::log(hub::base::Level::warning, "stranger_refused", {{"uid", line.peer()}});
      continue;
    }
    keep_apart(line.release(), ground, listener);
  }
}

Result<> run(Wish wish) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  const UniqueFd stop(::signalfd(-1, &signals, SFD_CLOEXEC));
  std::error_code error;
  if (wish.host.empty())
    wish.host = fs::read_symlink("/proc/self/exe", error).parent_path() / "tsunagu-adapter-host";
  const auto hub = uid_of(wish.hub_user);
  if (!hub) return hub.error();
  const auto listener = listening(wish.socket);
  if (!listener) return listener.error();
  ::sd_notify(0, "READY=1");
  serve(listener->get(), *hub, {wish.host, wish.folder, stop.get()});
  return {};
}

int run_typed(int argc, char** argv) {
  hub::base::start_log(hub::base::Level::info, true);
  Wish wish;
  CLI::App app{"Starts the adapters of one source of Tsunagu under a user of their own"};
  app.add_option("--hub-user", wish.hub_user, "the hub's user: nobody else may ask")->required();
  app.add_option("--folder", wish.folder, "a folder of this user's own, for what is running")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("--socket", wish.socket, "where to listen, when systemd hands over no socket");
  app.add_option("--host", wish.host, "tsunagu-adapter-host, when it stands elsewhere");
  CLI11_PARSE(app, argc, argv);
  const auto done = run(std::move(wish));
  if (done) return 0;
  std::cerr << "error: " << done.error().text() << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  ::prctl(PR_SET_DUMPABLE, 0);
  try {
    return run_typed(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
}
