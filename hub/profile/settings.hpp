// hub.yaml: the daemon's own settings. A path that is not absolute is taken from the folder of
// hub.yaml. Secrets are named here, never written.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "hub/base/clock.hpp"
#include "hub/base/log.hpp"
#include "hub/base/result.hpp"
#include "hub/profile/profile.hpp"
#include "hub/profile/publishers.hpp"
#include "hub/profile/token_issuer.hpp"

namespace hub::profile {

struct Listen {
  std::string address = "127.0.0.1";
  int port = 0;          ///< 0: a free one, told in the log and in `tsunagu doctor`
  std::string tls_cert;  ///< name of the credential; every port that is not loopback needs both
  std::string tls_key;
  std::string client_ca;  ///< name of the CAs (one PEM file) that sign partners' certificates;
                          ///< empty: none is asked for
  Place at;
};

/// Where secrets are: systemd's credentials ($CREDENTIALS_DIRECTORY), or a folder whose files
/// nobody else may read.
struct Secrets {
  bool systemd = false;
  std::filesystem::path folder;
  Place at;
};

/// Limits an operator may lower, never raise; 0: hub/base/limits.hpp as it stands.
struct LoweredLimits {
  std::int64_t connections = 0;
  std::int64_t connections_per_peer = 0;
  std::int64_t request_queue = 0;
  std::int64_t webhook_body_bytes = 0;
  std::int64_t arrival_bytes = 0;
  std::int64_t in_flight_per_partner = 0;
};

/// Standard Webhooks' schedule by default: after each time, one more try.
struct DeliverySchedule {
  std::vector<std::int64_t> retry_after_s{5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400};
  int jitter_percent = 20;
};

struct ClockSettings {
  std::optional<base::UtcMillis> start;  ///< demonstrations only: the day on which it plays
};

/// Where a partner is reached from this machine, in place of the profile's own `receives`.
struct Endpoint {
  Ref partner;
  std::string url;
  std::vector<std::string> addresses;
  bool plain_http = false;
};

/// The signer of the audit log's checkpoints (hub/signer): where it listens, and the public half of
/// its key as `tsunagu-signer --public` tells it. Empty: nothing is signed.
struct AuditSettings {
  std::filesystem::path signer;
  std::string key;
};

/// When two records are one person: log2 of the odds (6: 64 to 1), and what is passed over.
struct LinkageSettings {
  int same = 6;             ///< from here on joined
  int perhaps = -10;        ///< from here on a named officer is asked
  int most_in_block = 100;  ///< records that share so little are not compared
  int most_in_person = 40;  ///< records of one person
  Place at;
};

/// A named officer of a case, who asks under his own user of this machine: he sees what his desk
/// holds. Whoever runs the machine is none.
struct Officer {
  std::string user;
  Ref desk;                    ///< for which he works
  std::optional<Ref> section;  ///< where the desk's own is not his: 市民課 has no desk
  bool decides = false;  ///< may decide on sharing without consent, and review another's decision
  bool links = false;    ///< keeps the links: sees of every source what linkage compares
  Place at;
};

struct Settings {
  std::filesystem::path data;          ///< the data folder: one municipality, one daemon
  std::filesystem::path municipality;  ///< the profile's folder
  std::filesystem::path shared;        ///< folder of legal_bases.yaml, purposes.yaml, …
  std::filesystem::path adapters;      ///< folder of the adapters' modules
  std::vector<Listen> listen;
  std::filesystem::path admin_socket;
  base::Level log_level = base::Level::info;
  ClockSettings clock;
  Secrets secrets;
  LoweredLimits limits;
  AdapterLimits adapter_limits;  ///< of every source that does not say its own
  Publishers publishers;         ///< whose signed adapters may run
  bool signed_only = false;      ///< of every source that does not say its own
  std::filesystem::path
      adapter_keepers;  ///< folder of their sockets; empty: the hub starts adapters
  Brake brake;
  std::int64_t quiet_ms = 2000;  ///< a dropped file must stand still this long
  DeliverySchedule delivery;
  std::vector<Endpoint> endpoints;
  AuditSettings audit;
  LinkageSettings linkage;
  std::vector<Officer> officers;
  std::vector<TokenIssuer> oidc;
  std::string language = "ja";
};

/// Puts the endpoints of hub.yaml in place of the profile's; unknown partners are problems.
void apply_endpoints(const Settings& settings, Profile& profile, Problems& problems);

/// A partner that pulls by certificate needs a port that asks for one, and that port its CAs. Where
/// systemd keeps the secrets only the daemon can read them, and looks at its start.
void check_certificates(const Settings& settings, const Profile& profile, Problems& problems);

/// Officers of desks and sections that there are, each user once.
void check_officers(const Settings& settings, const Profile& profile, Problems& problems);

void read(const Node& node, Problems& problems, Settings& out);

/// Reads hub.yaml, resolves its paths and checks it; adds to `problems`.
Settings read_settings(const std::filesystem::path& file, Problems& problems);

/// The same; a failure lists every problem, one a line.
base::Result<Settings> load_settings(const std::filesystem::path& file);

}  // namespace hub::profile
