#include "hub/cli/run_program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

#include "hub/base/unique_fd.hpp"

namespace hub::cli {
namespace {

struct Pipe {
  base::UniqueFd read;
  base::UniqueFd write;
};

Pipe make_pipe() {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) return {};
  return {base::UniqueFd(ends[0]), base::UniqueFd(ends[1])};
}

std::string read_all(const base::UniqueFd& end) {
  std::string out;
  char bytes[4096];
  for (;;) {
    const auto got = ::read(end.get(), bytes, sizeof bytes);
    if (got <= 0) return out;
    out.append(bytes, static_cast<std::size_t>(got));
  }
}

int status_of(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) != pid) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

base::Result<Ran> run_program(const std::filesystem::path& program,
                              const std::vector<std::string>& arguments) {
  std::vector<std::string> words{program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (auto& word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  auto out = make_pipe();
  auto errors = make_pipe();
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_adddup2(&files, out.write.get(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, errors.write.get(), STDERR_FILENO);
  pid_t pid = 0;
  const int error = ::posix_spawn(&pid, program.c_str(), &files, nullptr, pointers.data(), environ);
  ::posix_spawn_file_actions_destroy(&files);
  if (error != 0) {
    return base::fail(base::Kind::unavailable,
                      "can't start " + program.string() + ": " + std::strerror(error));
  }
  out.write = {};
  errors.write = {};
  Ran ran;
  ran.out = read_all(out.read);
  ran.errors = read_all(errors.read);
  ran.status = status_of(pid);
  return ran;
}

}  // namespace hub::cli
