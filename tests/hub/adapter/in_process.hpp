// An adapter without a process of its own: loaded by whoever wants its records.
#pragma once

#include <dlfcn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "tests/hub/adapter/bench.hpp"
#include "tsunagu/testing/fake_host.hpp"

namespace hub::adapter::bench {

inline constexpr int survived = 42;

/// Loads the module, reads one delivery, and goes on.
[[noreturn]] inline void read_with(const std::string& module, const std::string& fault) {
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  void* loaded = ::dlopen(module.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (loaded == nullptr) std::_Exit(1);
  const auto table =
      reinterpret_cast<const tsunagu_adapter_table* (*)()>(::dlsym(loaded, "tsunagu_adapter_v1"));
  [&]() noexcept {
    tsunagu::testing::FakeHost host(*table(), {{"fault", fault}, {"path", ""}});
    host.decode({"lines", "a\nb\n", "a.txt"});
  }();
  std::_Exit(survived);
}

/// How such a loader ends, as waitpid says it.
inline int end_of_loader(const std::string& fault, const std::string& adapter = "adapter_bad") {
  const auto module = launch(fault, adapter).adapter.string();
  const pid_t loader = ::fork();
  if (loader == 0) read_with(module, fault);
  int status = 0;
  ::waitpid(loader, &status, 0);
  return status;
}

}  // namespace hub::adapter::bench
