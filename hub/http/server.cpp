#include "hub/http/server.hpp"

#include <array>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/steady_timer.hpp>
#include <exception>
#include <mutex>
#include <thread>

#include "hub/base/log.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/http/listener.hpp"
#include "hub/http/session.hpp"
#include "hub/http/tls_context.hpp"

namespace hub::http {
namespace {

namespace asio = boost::asio;

/// Tells the correlation ids of one run from another's.
std::string make_run_id(base::Random& random) {
  std::array<std::uint8_t, 4> bytes{};
  random.fill(bytes);
  return crypto::to_hex(bytes);
}

/// One of the four places that catch exceptions: a defect ends one connection's step, not the
/// server.
void run_network(asio::io_context& io) {
  for (;;) {
    try {
      io.run();
      return;
    } catch (const std::exception&) {
      base::log(base::Level::error, "network_step_threw");
    }
  }
}

}  // namespace

struct Server::Parts {
  explicit Parts(std::shared_ptr<Core> the_core)
      : core(std::move(the_core)), guard(core->io.get_executor()), drain_timer(core->io) {}

  void begin_drain();
  void look_if_drained(std::chrono::steady_clock::time_point until);
  void close_all();

  std::shared_ptr<Core> core;
  std::vector<std::shared_ptr<Listener>> listeners;
  asio::executor_work_guard<asio::io_context::executor_type> guard;
  asio::steady_timer drain_timer;
  std::thread network;
  std::mutex stop_mutex;
};

void Server::Parts::begin_drain() {
  core->draining = true;
  for (auto& listener : listeners)
    listener->close();
  const auto sessions = core->sessions;
  for (auto* session : sessions)
    session->drain();
  look_if_drained(std::chrono::steady_clock::now() + core->limits.drain);
}

void Server::Parts::look_if_drained(std::chrono::steady_clock::time_point until) {
  constexpr std::chrono::milliseconds pause(5);
  if (core->sessions.empty() || std::chrono::steady_clock::now() >= until) return close_all();
  drain_timer.expires_after(pause);
  drain_timer.async_wait([this, until](boost::system::error_code) { look_if_drained(until); });
}

void Server::Parts::close_all() {
  const auto sessions = core->sessions;
  for (auto* session : sessions)
    session->close();
  guard.reset();
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

base::Result<std::unique_ptr<Server>> Server::start(const ServerSettings& settings, Router router,
                                                    const Gatekeeper& gatekeeper,
                                                    base::Random& random) {
  auto core = std::make_shared<Core>(settings, std::move(router), gatekeeper, make_run_id(random));
  auto parts = std::make_unique<Parts>(core);
  for (const auto& wanted : settings.listeners) {
    auto listener = Listener::open(core, wanted);
    if (!listener) return listener.error();
    parts->listeners.push_back(std::move(*listener));
  }
  for (auto& listener : parts->listeners)
    listener->accept();
  parts->network = std::thread([core] { run_network(core->io); });
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

// NOLINTNEXTLINE(bugprone-exception-escape): see the header
Server::~Server() {
  stop();
}

void Server::stop() {
  const std::lock_guard lock(parts_->stop_mutex);
  if (!parts_->network.joinable()) return;
  asio::post(parts_->core->io, [parts = parts_.get()] { parts->begin_drain(); });
  parts_->network.join();
  parts_->core->pool.stop();
  parts_->core->answers.close();
}

std::vector<std::uint16_t> Server::ports() const {
  std::vector<std::uint16_t> out;
  for (const auto& listener : parts_->listeners)
    out.push_back(listener->port());
  return out;
}

base::Result<> Server::reload_certificates() {
  std::vector<std::pair<std::shared_ptr<Listener>, Listener::TlsContext>> fresh;
  for (const auto& listener : parts_->listeners) {
    if (!listener->settings().tls) continue;
    auto context = load_tls(*listener->settings().tls);
    if (!context) return context.error().in("reload certificates");
    fresh.emplace_back(listener, std::move(*context));
  }
  asio::post(parts_->core->io, [fresh = std::move(fresh)] {
    for (const auto& [listener, context] : fresh)
      listener->use(context);
  });
  return {};
}

ServerCounts Server::counts() const {
  const auto& now = parts_->core->counters;
  return {now.requests, now.refused_heads,   now.refused_connections,
          now.timeouts, now.accept_failures, now.open};
}

}  // namespace hub::http
