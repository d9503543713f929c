// `tsunagu-signer`: holds the only key that signs checkpoints of the audit log, under a user of its
// own, so that whoever takes over the hub can't sign a log that he rewrote. `--create --name NAME`
// makes the key, `--public` tells its public half: keep that where the log is to be verified.
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <syslog.h>
#include <systemd/sd-daemon.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "hub/base/log.hpp"
#include "hub/signer/signer_socket.hpp"

namespace {

using hub::base::fail;
using hub::base::Kind;
using hub::base::Result;
namespace fs = std::filesystem;

struct Wish {
  fs::path key;
  fs::path socket;
  fs::path memory;
  std::string hub_user;
  std::string name;
  bool create = false;
  bool tell_public = false;
};

Result<uid_t> uid_of(const std::string& user) {
  if (user.empty()) return ::geteuid();
  const passwd* entry = ::getpwnam(user.c_str());  // one thread
  if (entry == nullptr) return fail(Kind::not_found, "no user " + user);
  return entry->pw_uid;
}

/// The note leaves this machine as far as its syslog does.
void tell_syslog(const std::string& line) {
  ::syslog(LOG_AUTHPRIV | LOG_NOTICE, "%s", line.c_str());
}

Result<> show_public(const Wish& wish) {
  hub::base::SystemRandom random;
  const auto key = wish.create ? hub::signer::SignerKey::create(wish.key, wish.name, random)
                               : hub::signer::SignerKey::read(wish.key);
  if (!key) return key.error();
  std::cout << key->verifier().text() << '\n';
  return {};
}

Result<> serve(const Wish& wish) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  const hub::base::UniqueFd stop(::signalfd(-1, &signals, SFD_CLOEXEC));
  const auto peer = uid_of(wish.hub_user);
  if (!peer) return peer.error();
  auto key = hub::signer::SignerKey::read(wish.key);
  if (!key) return key.error();
  auto notary = hub::signer::Notary::open(std::move(*key), wish.memory, tell_syslog);
  if (!notary) return notary.error();
  const auto socket = hub::signer::SignerSocket::listen(wish.socket, *peer);
  if (!socket) return socket.error();
  ::sd_notify(0, "READY=1");
  socket->serve(*notary, stop.get());
  return {};
}

Result<> run(const Wish& wish) {
  if (wish.create || wish.tell_public) return show_public(wish);
  if (wish.socket.empty() || wish.memory.empty())
    return fail(Kind::invalid, "--socket and --memory are needed to serve");
  return serve(wish);
}

int run_typed(int argc, char** argv) {
  hub::base::start_log(hub::base::Level::info, true);
  Wish wish;
  CLI::App app{"Signs checkpoints of Tsunagu's audit log"};
  app.add_option("--key", wish.key, "the private key's file, mode 0600")->required();
  app.add_option("--socket", wish.socket, "where the hub asks");
  app.add_option("--memory", wish.memory, "file that holds the last checkpoint signed");
  app.add_option("--hub-user", wish.hub_user, "who may ask; without it, this user");
  auto* name = app.add_option("--name", wish.name, "of the log, e.g. tsunagu/sakura/audit");
  app.add_flag("--create", wish.create, "make the key, tell its public half, and end")->needs(name);
  app.add_flag("--public", wish.tell_public, "tell the public half, and end");
  CLI11_PARSE(app, argc, argv);
  const auto done = run(wish);
  if (done) return 0;
  std::cerr << "error: " << done.error().text() << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  ::prctl(PR_SET_DUMPABLE, 0);
  ::openlog("tsunagu-signer", LOG_PID, LOG_AUTHPRIV);
  try {
    return run_typed(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
}
