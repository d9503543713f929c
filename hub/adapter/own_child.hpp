// A child of the hub itself, under the hub's own user.
#pragma once

#include "hub/adapter/child.hpp"
#include "hub/keeper/process.hpp"
#include "sdk/wire/spawn.hpp"

namespace hub::adapter {

class OwnChild final : public Child {
 public:
  static base::Result<std::unique_ptr<Child>> start(const tsunagu::wire::HostCall& call);

  [[nodiscard]] pid_t pid() const override { return process_.pid(); }
  [[nodiscard]] Memory memory() const override;
  [[nodiscard]] bool alive() const override;
  void grant_cpu(std::int64_t seconds) const override { process_.grant_cpu(seconds); }
  Fault end(milliseconds patience, const Fault& killed) override;

 private:
  OwnChild(pid_t pid, int socket) : Child(socket), process_(pid) {}

  keeper::Process process_;
  bool ended_ = false;
};

}  // namespace hub::adapter
