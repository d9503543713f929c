// The HTTP server: one network thread with Asio callbacks, a bounded pool for handlers that wait.
// Everything it has accepted is answered before it stops.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hub/base/cidr.hpp"
#include "hub/base/limits.hpp"
#include "hub/base/random.hpp"
#include "hub/base/result.hpp"
#include "hub/http/gatekeeper.hpp"
#include "hub/http/router.hpp"

namespace hub::http {

struct TlsFiles {
  std::filesystem::path certificate;  ///< PEM, with its chain
  std::filesystem::path key;          ///< PEM; refused where others may read it
  std::filesystem::path client_ca;    ///< empty: client certificates are not asked for
};

struct ListenerSettings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;         ///< 0: the system chooses; see Server::ports
  std::optional<TlsFiles> tls{};  ///< required unless the address is loopback
};

/// The defaults are the limits; tests shorten them.
struct ServerLimits {
  std::chrono::milliseconds header{base::limits::header_timeout_ms};
  std::chrono::milliseconds body{base::limits::body_timeout_ms};
  std::chrono::milliseconds idle{base::limits::keep_alive_idle_ms};
  std::chrono::milliseconds drain{base::limits::drain_ms};
  std::chrono::milliseconds accept_pause{base::limits::accept_pause_ms};
  std::size_t connections = base::limits::connections;
  std::size_t per_peer = base::limits::connections_per_peer;
  std::size_t reserved = base::limits::reserved_connections;  ///< of `connections`
  std::size_t queue = base::limits::request_queue;
  std::size_t unanswered = base::limits::request_queue / 2;  ///< webhooks of one partner; then 429
};

struct ServerSettings {
  std::vector<ListenerSettings> listeners;
  std::vector<base::Cidr> known_peers;  ///< may use the reserved lane
  std::size_t workers = 8;  ///< who waits for the disk at the same time shares one commit
  ServerLimits limits;
};

/// Monotonic counts, and `open` as it is now.
struct ServerCounts {
  std::uint64_t requests = 0;
  std::uint64_t refused_heads = 0;
  std::uint64_t refused_connections = 0;
  std::uint64_t timeouts = 0;
  std::uint64_t accept_failures = 0;
  std::uint64_t open = 0;
};

class Server {
 public:
  /// Listens and serves when it returns. Borrows gatekeeper and random; owns the router.
  static base::Result<std::unique_ptr<Server>> start(const ServerSettings& settings, Router router,
                                                     const Gatekeeper& gatekeeper,
                                                     base::Random& random);
  /// stop(). Where even that fails, the program ends.
  ~Server();  // NOLINT(bugprone-exception-escape): so it is meant
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// In the order of the listeners.
  [[nodiscard]] std::vector<std::uint16_t> ports() const;
  /// New connections get the files' present contents; what is broken changes nothing. Any thread.
  base::Result<> reload_certificates();
  /// Takes no more connections, answers what was accepted (at most limits.drain), joins. Any thread
  /// but the server's own.
  void stop();
  /// Any thread.
  [[nodiscard]] ServerCounts counts() const;

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace hub::http
