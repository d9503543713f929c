// `tsunagu-hub --config FILE`: the daemon of one municipality. SIGTERM and SIGINT end it cleanly,
// SIGHUP reads the configuration anew. `tsunagu-hub --restore FILE --into FOLDER --key FILE` makes
// a backup a store, and ends.
#include <malloc.h>
#include <signal.h>
#include <systemd/sd-daemon.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <iostream>

#include "hub/base/log.hpp"
#include "hub/daemon/daemon.hpp"
#include "hub/daemon/privileges.hpp"
#include "hub/daemon/restore.hpp"

namespace {

constexpr int exit_config = 78;  // sysexits.h: EX_CONFIG
constexpr int exit_fatal = 75;   // EX_TEMPFAIL: the supervisor starts it anew

/// Blocked in every thread; taken one by one here.
sigset_t signals_of_ours() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGUSR1})
    sigaddset(&set, signal);
  return set;
}

/// How often to tell systemd that we live.
timespec watchdog_pause() {
  std::uint64_t usec = 0;
  if (::sd_watchdog_enabled(0, &usec) <= 0) usec = 20'000'000;
  return {static_cast<time_t>(usec / 2'000'000), static_cast<long>(usec / 2 % 1'000'000 * 1000)};
}

int serve(hub::daemon::Daemon& daemon, const sigset_t& signals, const std::atomic<bool>& fatal) {
  const auto pause = watchdog_pause();
  ::sd_notify(0, "READY=1");
  while (true) {
    const int signal = ::sigtimedwait(&signals, nullptr, &pause);
    if (fatal) return exit_fatal;
    if (signal == SIGTERM || signal == SIGINT) return 0;
    if (signal == SIGHUP) {
      ::sd_notify(0, "RELOADING=1");
      (void)daemon.reload("system");  // a refusal is in the log, and `tsunagu doctor` tells it
      ::sd_notify(0, "READY=1");
    }
    ::sd_notify(0, "WATCHDOG=1");
  }
}

int run(const std::string& config, const std::string& user) {
  const auto signals = signals_of_ours();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
  hub::base::start_log(hub::base::Level::info, true);
  if (auto dropped = hub::daemon::drop_privileges(user); !dropped) {
    std::cerr << "error: " << dropped.error().text() << '\n';
    return exit_config;
  }
  std::atomic<bool> fatal{false};
  const auto main_thread = ::pthread_self();
  auto daemon = hub::daemon::Daemon::start(config, [&](const hub::base::Failure& failure) {
    hub::base::log(hub::base::Level::error, "store_failed", {{"reason", failure.text()}});
    fatal = true;
    ::pthread_kill(main_thread, SIGUSR1);
  });
  if (!daemon) {
    std::cerr << "error: " << daemon.error().text() << '\n';
    return exit_config;
  }
  const int status = serve(**daemon, signals, fatal);
  ::sd_notify(0, "STOPPING=1");
  hub::base::log(hub::base::Level::info, "stopping", {{"status", status}});
  (*daemon)->stop();
  hub::base::log(hub::base::Level::info, "stopped", {});
  return status;
}

int restore(const hub::daemon::RestoreWish& wish) {
  const auto restored = hub::daemon::restore_backup(wish, std::cout);
  if (restored) return 0;
  std::cerr << "error: " << restored.error().text() << '\n';
  return 1;
}

/// Left alone, glibc gives each thread a heap of its own and keeps ever larger pieces in it, where
/// the pages of the store's cache then lie apart, with holes between them: twice what is used.
void keep_heaps_few() {
  constexpr int heaps = 2;
  constexpr int mapped_from = 256 * 1024;
  ::mallopt(M_ARENA_MAX, heaps);
  ::mallopt(M_MMAP_THRESHOLD, mapped_from);
}

int run_typed(int argc, char** argv) {
  std::string config = "/etc/tsunagu/hub.yaml";
  std::string user;
  CLI::App app{"Tsunagu: the hub of one municipality"};
  app.add_option("--config", config, "hub.yaml")->check(CLI::ExistingFile);
  app.add_option("--user", user, "run as this user when started as root");
  hub::daemon::RestoreWish wish;
  auto* backup = app.add_option("--restore", wish.backup, "make a data folder of this backup, end");
  auto* into = app.add_option("--into", wish.folder, "data folder, empty or not there yet");
  auto* key = app.add_option("--key", wish.key, "master key that the backup was written with");
  backup->check(CLI::ExistingFile)->needs(into)->needs(key);
  into->needs(backup);
  key->needs(backup)->check(CLI::ExistingFile);
  app.set_version_flag("--version", std::string(hub::daemon::version));
  CLI11_PARSE(app, argc, argv);
  return wish.backup.empty() ? run(config, user) : restore(wish);
}

}  // namespace

int main(int argc, char** argv) {
  keep_heaps_few();
  try {
    return run_typed(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return exit_fatal;
  }
}
