// The daemon: wires the rooms together. One municipality, one data folder.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "hub/api/bearers.hpp"
#include "hub/api/ports.hpp"
#include "hub/daemon/admin_ports.hpp"
#include "hub/daemon/audit_keeper.hpp"
#include "hub/daemon/clockwork.hpp"
#include "hub/daemon/ground.hpp"
#include "hub/daemon/hooks.hpp"
#include "hub/daemon/live_partners.hpp"
#include "hub/delivery/desk_push.hpp"
#include "hub/delivery/store_outbox.hpp"
#include "hub/http/admin_socket.hpp"
#include "hub/http/server.hpp"
#include "hub/intake/intake.hpp"

namespace hub::daemon {

inline constexpr std::string_view version = "0.1.0";

class Daemon {
 public:
  /// Everything is up when it returns. `fatal`: see store::Writer.
  static base::Result<std::unique_ptr<Daemon>> start(const std::filesystem::path& config,
                                                     store::Writer::Fatal fatal);
  /// stop().
  ~Daemon();
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;

  /// SIGHUP or `tsunagu reload`: configuration, partners and certificates anew; what is broken
  /// changes nothing. `actor` stands in the audit log.
  base::Result<> reload(std::string_view actor);
  /// Takes nothing more, finishes what was acknowledged, closes the store.
  void stop();
  /// Every source was prepared, or at least tried to be.
  [[nodiscard]] bool ready();
  /// `127.0.0.1:8443` of each listener.
  [[nodiscard]] const std::vector<std::string>& listening() const noexcept { return listening_; }

 private:
  Daemon() = default;
  base::Result<> start_delivery();
  base::Result<> start_audit();
  void start_intake();
  base::Result<> start_edge();
  base::Result<> start_admin();
  base::Result<> take_new_configuration();
  void wire_ports();
  void wire_api();
  [[nodiscard]] std::vector<AdapterHealth> adapters();
  [[nodiscard]] DaemonHealth health();
  /// As it is now; a reload exchanges it.
  [[nodiscard]] std::shared_ptr<intake::Intake> intake();
  base::Result<adapter::PushSummary> push(const std::string& source, const std::string& kind,
                                          const std::string& json);
  void orders_changed();
  [[nodiscard]] std::string metrics();

  std::unique_ptr<Ground> ground_;
  base::UtcMillis started_at_{};
  std::unique_ptr<LivePartners> partners_;
  std::unique_ptr<egress::Client> egress_;
  std::unique_ptr<AuditKeeper> audit_keeper_;
  std::unique_ptr<Clockwork> clockwork_;
  std::unique_ptr<KeyKeeper> key_keeper_;
  std::unique_ptr<LinkKeeper> link_keeper_;
  std::unique_ptr<delivery::StoreOutbox> outbox_;
  std::unique_ptr<delivery::Dispatcher> dispatcher_;
  std::mutex intake_mutex_;  // a reload exchanges the intake
  std::optional<intake::RegisterFirst> register_first_;
  std::shared_ptr<intake::Intake> intake_;
  std::unique_ptr<delivery::DeskPush> desk_push_;
  std::unique_ptr<Hooks> hooks_;
  std::unique_ptr<api::LiveSessions> sessions_;
  std::unique_ptr<api::Bearers> bearers_;
  http::AdminVerbs verbs_;  // over the administration socket and the API
  std::optional<api::Ports> api_;
  std::unique_ptr<http::Gatekeeper> gatekeeper_;
  std::unique_ptr<http::Server> server_;
  std::optional<AdminPorts> ports_;
  std::unique_ptr<http::AdminSocket> admin_;
  std::vector<std::string> listening_;
  std::mutex reload_mutex_;
  std::optional<std::string> bad_reload_;
  std::atomic<bool> up_{false};  // every part stands; the edge may ask for it
  std::atomic<bool> ready_{false};
};

}  // namespace hub::daemon
