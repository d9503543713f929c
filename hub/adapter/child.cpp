#include "hub/adapter/child.hpp"

#include <signal.h>
#include <unistd.h>

#include "hub/adapter/kept_child.hpp"
#include "hub/adapter/own_child.hpp"
#include "hub/adapter/safe_file.hpp"
#include "hub/adapter/signed_module.hpp"
#include "sdk/wire/program.hpp"

namespace hub::adapter {
namespace {

using base::Result;
namespace wire = tsunagu::wire;

/// Whoever can change what runs a script can change the script.
Result<> check_interpreter(const std::filesystem::path& adapter) {
  if (wire::is_module(adapter)) return {};
  const auto interpreter = wire::interpreter_of(adapter);
  if (!interpreter || !interpreter->is_absolute())
    return {};  // the host says what is wrong with it
  const auto checked = check_safe_file(*interpreter);
  if (!checked) return checked.error();
  return {};
}

/// With real paths, of files that only the right people can change.
Result<wire::HostCall> checked_call(const Launch& launch) {
  const auto program = check_safe_file(launch.program);
  if (!program) return program.error();
  const auto adapter = check_safe_file(launch.adapter);
  if (!adapter) return adapter.error();
  if (const auto checked = check_interpreter(*adapter); !checked) return checked.error();
  return wire::HostCall{*program,
                        *adapter,
                        launch.data_dir,
                        launch.budget.memory_bytes,
                        launch.budget.cpu_seconds,
                        launch.guarded};
}

}  // namespace

Fault how_it_ended(int code, int status) {
  if (code == CLD_EXITED)
    return {Cause::exited, status, "ended by itself with status " + std::to_string(status)};
  std::string name;
  if (status == SIGXCPU) name = " (CPU time used up)";
  if (status == SIGSYS) name = " (it called what no adapter may call; the kernel's log names it)";
  return {Cause::signalled, status, "ended by signal " + std::to_string(status) + name};
}

Child::~Child() {
  if (socket_ >= 0) ::close(socket_);
}

Result<std::unique_ptr<Child>> Child::start(const Launch& launch) {
  const auto call = checked_call(launch);
  if (!call) return call.error();
  auto publisher = check_signed(launch.adapter, launch.adapter_id, launch.trust);
  if (!publisher) return publisher.error();
  auto child = launch.keeper.empty() ? OwnChild::start(*call)
                                     : KeptChild::start(*call, launch.keeper, launch.budget.start);
  if (child) (*child)->publisher_ = std::move(*publisher);
  return child;
}

}  // namespace hub::adapter
