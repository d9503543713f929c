#include "sdk/host/program.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "sdk/host/module.hpp"
#include "sdk/wire/program.hpp"

namespace tsunagu::host {
namespace {

/// Empty for a program that needs none.
std::filesystem::path checked_interpreter(const std::filesystem::path& file) {
  const auto named = wire::interpreter_of(file);
  if (!named) return {};
  if (!named->is_absolute() || named->filename() == "env") {
    throw LoadError(
        "bad_interpreter",
        "the first line must name its interpreter by an absolute path, and not env: the "
        "environment is empty and no second program may be started");
  }
  std::error_code error;
  const auto real = std::filesystem::canonical(*named, error);
  if (error) throw LoadError("no_interpreter", named->string() + ": " + error.message());
  return real;
}

std::uint32_t shut_in(const Program& program, const char* path) {
  const std::uint32_t files =
      wall_off_files(program.file, program.data_dir, checked_interpreter(program.file));
  if (files == 0) {
    throw LoadError("no_landlock",
                    "this kernel has no Landlock, without which a program of its own could read "
                    "every file of the hub's user: use an adapter that is a .so");
  }
  const std::uint32_t calls = wall_off_calls_but_becoming(path);
  if (calls == 0) throw LoadError("no_seccomp", "this kernel has no seccomp");
  return files | calls;
}

}  // namespace

void become(const Program& program, std::uint32_t guards, int socket, wire::Channel& channel) {
  const std::string path = program.file.string();
  std::string data_dir = program.data_dir.string();
  if (::dup2(socket, STDIN_FILENO) < 0 || ::dup2(socket, STDOUT_FILENO) < 0 ||
      ::fcntl(socket, F_SETFD, FD_CLOEXEC) < 0) {
    throw LoadError("no_descriptor", std::strerror(errno));
  }
  if (program.guarded) guards |= shut_in(program, path.c_str());
  channel.queue(wire::Walls{guards});
  channel.flush({});
  std::string name = path;
  char* arguments[] = {name.data(), data_dir.data(), nullptr};
  char* no_environment[] = {nullptr};
  ::execve(path.c_str(), arguments, no_environment);
  throw LoadError("not_runnable", path + ": " + std::strerror(errno));
}

}  // namespace tsunagu::host
