// tsunagu-adapter-host: one adapter in a process of its own, a module that it loads or a program
// that it becomes. The hub starts it with the socket as descriptor 3.
#include <sys/prctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <string>

#include "sdk/host/extensions.hpp"
#include "sdk/host/guards.hpp"
#include "sdk/host/module.hpp"
#include "sdk/host/program.hpp"
#include "sdk/host/session.hpp"
#include "sdk/wire/program.hpp"

namespace {

constexpr int socket_descriptor = 3;
constexpr int exit_unusable = 3;

struct Options {
  std::string adapter;
  std::string data_dir;
  tsunagu::host::Limits limits;
  bool unguarded = false;
};

void declare(CLI::App& app, Options& options) {
  app.add_option("adapter", options.adapter, "the adapter: a module (.so), or a program")
      ->required();
  app.add_option("--data", options.data_dir, "tables that the adapter may read while it starts");
  app.add_option("--memory", options.limits.memory_bytes, "limit of address space in bytes");
  app.add_option("--cpu", options.limits.cpu_seconds, "limit of CPU time in seconds");
  app.add_flag("--unguarded", options.unguarded,
               "no Landlock and no seccomp: for a debugger, never for real data");
}

std::uint32_t build_first_walls(const Options& options) {
  using namespace tsunagu::host;
  ::prctl(PR_SET_DUMPABLE, 0);  // not readable by others of the same user, no core dump
  return close_other_descriptors() | set_limits(options.limits);
}

std::uint32_t build_walls(const Options& options) {
  using namespace tsunagu::host;
  if (options.unguarded) return 0;
  return wall_off_files(options.adapter, options.data_dir) | wall_off_calls();
}

int serve(const Options& options) {
  tsunagu::wire::Channel channel(socket_descriptor);
  try {
    std::uint32_t guards = build_first_walls(options);
    if (!tsunagu::wire::is_module(options.adapter)) {
      tsunagu::host::become({options.adapter, options.data_dir, !options.unguarded}, guards,
                            socket_descriptor, channel);
    }
    guards |= build_walls(options);
    const tsunagu_adapter_table table = tsunagu::host::load_adapter(options.adapter);
    tsunagu::host::check_extensions(table);
    tsunagu::host::Session(channel, table, guards, !options.unguarded).run(options.data_dir);
    return 0;
  } catch (const tsunagu::host::LoadError& error) {
    channel.queue(tsunagu::wire::Fatal{error.code(), error.what()});
  } catch (const std::exception& error) {
    channel.queue(tsunagu::wire::Fatal{"exception", error.what()});
  }
  channel.flush({});
  return exit_unusable;
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app("Runs one adapter of Tsunagu in its own process. The hub starts it.");
  Options options;
  declare(app, options);
  CLI11_PARSE(app, argc, argv);
  // Past the destructors of the adapter's globals: they have nothing to say any more.
  ::_exit(serve(options));
} catch (...) {
  return exit_unusable;  // the hub sees the closed socket
}
