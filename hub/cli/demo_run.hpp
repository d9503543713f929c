// One run of the demonstration: the coordinator's server, the signer of the audit log and the hub,
// started on a fresh folder, and the morning's exports put down for them.
#pragma once

#include <functional>
#include <string>

#include "hub/cli/child_process.hpp"
#include "hub/cli/demo_facts.hpp"
#include "hub/cli/demo_folder.hpp"

namespace hub::cli {

/// The programs run while this lives, and end with it unless they were let go. One thread.
class DemoRun {
 public:
  /// Starts all and waits until the hub answers. A Failure quotes the last line of the log of what
  /// did not start.
  static base::Result<DemoRun> begin(const DemoPlaces& places, const DemoFolder& folder,
                                     const DemoMoment& moment = {});

  /// One source after the other, so the protection register first; waits until all is settled and
  /// every referral has come to rest. Returns how many files were put down.
  base::Result<std::size_t> bring_exports(const std::filesystem::path& exports,
                                          const std::vector<std::string>& sources);
  /// The city sends its protection register each day: without a fresh one nothing is shown.
  base::Result<> bring_register(const std::filesystem::path& exports, const std::string& day);
  /// What has begun meanwhile has come to rest, or its time is over.
  base::Result<> settle();

  [[nodiscard]] const std::string& address() const { return address_; }
  /// All go on; stop_demo() finds them.
  void let_go() noexcept;
  void stop();

 private:
  DemoRun(DemoFolder folder, ChildProcess coordinator, ChildProcess signer, ChildProcess hub,
          std::string address)
      : folder_(std::move(folder)),
        coordinator_(std::move(coordinator)),
        signer_(std::move(signer)),
        hub_(std::move(hub)),
        address_(std::move(address)) {}
  /// False when the time is over; a failure when the hub ended or somebody interrupted.
  base::Result<bool> wait_until(const std::function<bool()>& reached);

  DemoFolder folder_;
  ChildProcess coordinator_;
  ChildProcess signer_;
  ChildProcess hub_;
  std::string address_;
};

/// Ends what an earlier run on this folder left running. How many processes that were.
/// The sources of the household of さくら市, the protection register first; then mother, son and
/// grandchild, as the story tells of them.
std::vector<std::string> walkthrough_sources();

base::Result<std::size_t> stop_demo(const DemoFolder& folder);

}  // namespace hub::cli
