// A child of the source's keeper (hub/keeper), under that one's user: what the hub's user may
// reach, it can't, whatever became of the walls. Looked at and ended through the keeper.
#pragma once

#include "hub/adapter/child.hpp"
#include "sdk/wire/spawn.hpp"

namespace hub::adapter {

class KeptChild final : public Child {
 public:
  /// The keeper gets the adapter's file and its socket handed over, open. `busy`: it does not
  /// answer, or can't start anything now.
  static base::Result<std::unique_ptr<Child>> start(const tsunagu::wire::HostCall& call,
                                                    const std::filesystem::path& keeper,
                                                    milliseconds patience);
  ~KeptChild() override;

  [[nodiscard]] pid_t pid() const override { return pid_; }
  [[nodiscard]] Memory memory() const override;
  [[nodiscard]] bool alive() const override;
  void grant_cpu(std::int64_t seconds) const override;
  Fault end(milliseconds patience, const Fault& killed) override;

 private:
  struct Kept;
  KeptChild(pid_t pid, int socket, std::shared_ptr<Kept> kept);

  pid_t pid_;
  std::shared_ptr<Kept> kept_;
};

}  // namespace hub::adapter
