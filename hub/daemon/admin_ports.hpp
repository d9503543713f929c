// What the administration verbs need of the running daemon besides the store: plain functions that
// the wiring fills in. What the store alone can do (list, pause, resend, back up) the verbs do
// themselves and then say so through `source_changed` and `orders_changed`.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/adapter/supervisor.hpp"
#include "hub/daemon/key_keeper.hpp"
#include "hub/daemon/link_keeper.hpp"
#include "hub/intake/version.hpp"
#include "hub/service/context.hpp"
#include "hub/service/replay.hpp"
#include "hub/store/arrivals.hpp"
#include "hub/store/rejects.hpp"

namespace hub::intake {
class CompareSink;
}

namespace hub::daemon {

struct AdapterHealth {
  std::string source;
  adapter::Status status;
  adapter::Supervisor::ManifestPointer manifest{};  ///< of its last start; null before
  profile::AdapterLimits limits{};                  ///< in force
  std::vector<std::string> may_push{};              ///< granted message kinds
  bool switched = false;                            ///< in place of the configured version
};

/// For `tsunagu doctor`.
struct DaemonHealth {
  std::string version;
  base::UtcMillis started_at{};
  std::vector<std::string> listening;     ///< `127.0.0.1:8443`: the ports as they came out
  std::vector<AdapterHealth> adapters;    ///< one per source that has an adapter
  std::optional<std::string> bad_reload;  ///< the last reload was refused, and the old book stands
};

struct ImportWish {
  std::string source;
  std::string feed;            ///< empty: the source's only feed
  std::filesystem::path file;  ///< absolute
  bool dry_run = false;        ///< decode, count and judge; nothing of it is applied or kept
};

/// Another version of what reads a source, as somebody names it.
struct VersionWish {
  std::string source;
  intake::Version version;  ///< what it does not name stays as it is
};

/// From one version to another, as their manifests tell them.
struct Switch {
  std::string former;
  std::string version;
};

/// A file is read, then decoded, then its records are applied.
struct ImportProgress {
  std::int64_t bytes = 0;
  std::int64_t bytes_in_all = 0;
  std::int64_t records = 0;  ///< known once it is decoded
  std::int64_t applied = 0;  ///< of them
};

struct Imported {
  std::optional<base::ArrivalId> arrival;  ///< none after a dry run
  std::string state;                       ///< a word of store::name_of(ArrivalState)
  std::string reason;                      ///< a code: why it waits or was refused
  store::ArrivalCounts counts;
  std::vector<store::Reject> rejects;   ///< the first of them
  std::vector<store::Reject> warnings;  ///< the first of them
};

/// Called now and then while a file is read; false: whoever asked has gone, stop.
using OnProgress = std::function<bool(const ImportProgress&)>;

/// Each function may be called from any of the socket's threads, blocks until it is done, and must
/// be set. The context and what the functions capture outlive the socket.
struct AdminPorts {
  service::Context& context;

  std::function<DaemonHealth()> health;
  /// Reads the configuration again for `actor`; a failure names what is wrong with it, and the old
  /// one stands.
  std::function<base::Result<>(std::string_view actor)> reload;
  /// Lets a quarantined adapter try again. `not_found`: no such source has an adapter.
  std::function<base::Result<>(std::string_view source, std::string_view actor)> release_adapter;
  /// A source was paused or resumed, or one of its deliveries released, in the store: look again.
  std::function<void(std::string_view source)> source_changed;
  /// Keeps the file as a delivery of the source and follows it to its end.
  std::function<base::Result<Imported>(const ImportWish&, const OnProgress&)> import_file;
  /// Orders became due, or a partner was resumed.
  std::function<void()> orders_changed;
  /// Takes the adapter that was refused for who signed it, or for being another than before.
  std::function<base::Result<>(std::string_view source, std::string_view actor)> accept_adapter =
      [](std::string_view, std::string_view) {
        return base::fail(base::Kind::unavailable, "nobody here reads deliveries");
      };
  /// What another version would change in the source's last deliveries.
  std::function<base::Result<>(const VersionWish&, std::size_t last, intake::CompareSink&)>
      compare_versions = [](const VersionWish&, std::size_t, intake::CompareSink&) {
        return base::fail(base::Kind::unavailable, "nobody here reads deliveries");
      };
  /// Switches a source to another version, or back where nothing is named (`adapter rollback`).
  /// `stays`: whoever asked still waits.
  std::function<base::Result<Switch>(const VersionWish&, std::string_view actor,
                                     const std::function<bool()>& stays)>
      switch_version = [](const VersionWish&, std::string_view, const std::function<bool()>&) {
        return base::fail(base::Kind::unavailable, "nobody here reads deliveries");
      };
  /// Reads what a source delivered before once more.
  std::function<base::Result<std::vector<base::ArrivalId>>(
      std::string_view source, const service::ReplayWish&, std::string_view actor)>
      replay = [](std::string_view, const service::ReplayWish&, std::string_view) {
        return base::fail(base::Kind::unavailable, "nobody here reads deliveries");
      };
  /// Has the signer sign the audit log as it stands; a failure says why it did not.
  std::function<base::Result<>()> sign_audit = [] { return base::Result<>(); };
  /// Rotates the data key, to its end.
  std::function<base::Result<store::RotationProgress>(std::string_view actor, const OnRotation&)>
      rotate_key = [](std::string_view, const OnRotation&) {
        return base::fail(base::Kind::unavailable, "nobody here rotates keys");
      };
  std::function<RotationCounts()> key_rotation = [] { return RotationCounts(); };
  /// Links everything anew, to its end.
  std::function<base::Result<service::RelinkProgress>(Anew, std::string_view actor,
                                                      const service::OnRelinked&)>
      link_anew = [](Anew, std::string_view, const service::OnRelinked&) {
        return base::fail(base::Kind::unavailable, "nobody here links anew");
      };
  /// Ends the sessions of a local account.
  std::function<void(std::string_view user)> sign_out = [](std::string_view) {};
  /// API keys of partners' systems were issued, ended or revoked in the store: look again.
  std::function<base::Result<>()> api_keys_changed = [] { return base::Result<>(); };
  std::function<RelinkState()> relinking = [] { return RelinkState(); };
};

}  // namespace hub::daemon
