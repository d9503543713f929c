// The demonstration's own folder: configuration, secrets, data and the record of what it started.
// Everything in it is made anew at each start and belongs to one run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "hub/base/result.hpp"
#include "hub/cli/demo_places.hpp"
#include "hub/profile/profile.hpp"

namespace hub::cli {

/// The morning on which it plays: 2026-04-10 09:30 in Japan.
inline constexpr const char* demo_clock = "2026-04-10T00:30:00Z";

/// Where it plays, and with whom.
struct DemoTown {
  std::string municipality = "sakura";
  std::string partner = "sakutomo";  ///< whose server the coordinator's program is
};

/// From when the hub's clock runs, and at which desk the officer works who asks it.
struct DemoMoment {
  std::string clock = demo_clock;
  std::string desk = "kikan-soudan";
};

class DemoFolder {
 public:
  explicit DemoFolder(std::filesystem::path root, DemoTown town = {})
      : root_(std::move(root)), town_(std::move(town)) {}

  /// Empties the folder, or makes it. `conflict` where it holds something that is no demonstration.
  [[nodiscard]] base::Result<> make_anew() const;
  /// New random keys for the data folder and for every partner of the profile.
  [[nodiscard]] base::Result<> write_secrets(const DemoPlaces& places) const;
  /// The coordinator's half of the partner's keys.
  [[nodiscard]] base::Result<> write_coordinator_keys(const DemoPlaces& places) const;
  /// A key of the audit log's signer, and its public half in a file of its own; new where the
  /// folder has none.
  [[nodiscard]] base::Result<> write_signer_key(const DemoPlaces& places) const;
  [[nodiscard]] base::Result<> write_hub_yaml(const DemoPlaces& places, const DemoMoment& moment,
                                              std::uint16_t hub_port,
                                              std::uint16_t coordinator_port) const;
  /// Copies the exports of one source, a folder of `exports`, into its drop folder, complete before
  /// they are seen.
  [[nodiscard]] base::Result<std::size_t> drop(const std::filesystem::path& exports,
                                               const std::string& source_folder) const;

  /// The same of the protection register's one file, under the name of another day (`20260420`).
  [[nodiscard]] base::Result<> drop_register(const std::filesystem::path& exports,
                                             const std::string& day) const;

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  [[nodiscard]] const DemoTown& town() const { return town_; }
  [[nodiscard]] std::filesystem::path hub_yaml() const { return root_ / "hub.yaml"; }
  [[nodiscard]] std::filesystem::path data() const { return root_ / "data"; }
  [[nodiscard]] std::filesystem::path secrets() const { return root_ / "secrets"; }
  [[nodiscard]] std::filesystem::path socket() const;
  [[nodiscard]] std::filesystem::path signer_key() const { return root_ / "signer" / "key"; }
  [[nodiscard]] std::filesystem::path signer_public() const { return root_ / "signer" / "public"; }
  [[nodiscard]] std::filesystem::path signer_memory() const { return root_ / "signer" / "last"; }
  [[nodiscard]] std::filesystem::path signer_socket() const;
  [[nodiscard]] std::filesystem::path coordinator_keys() const {
    return root_ / "coordinator-keys.json";
  }
  [[nodiscard]] std::filesystem::path log(const std::string& program) const {
    return root_ / (program + ".log");
  }
  [[nodiscard]] std::filesystem::path screen() const { return root_ / "coordinator.out"; }

 private:
  /// `name` in the folder, or, where its path is too long for a socket, among the temporary files.
  [[nodiscard]] std::filesystem::path socket_named(const std::string& name) const;

  /// The municipality's profile, as the partners of it need keys.
  [[nodiscard]] profile::Profile profile(const DemoPlaces& places) const;

  std::filesystem::path root_;
  DemoTown town_;
};

/// A port of the loopback where nobody listened a moment ago.
base::Result<std::uint16_t> free_port();

}  // namespace hub::cli
