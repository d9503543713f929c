#include "hub/http/listener.hpp"

#include <utility>

#include "hub/base/log.hpp"
#include "hub/http/session.hpp"
#include "hub/http/tls_context.hpp"
#include "hub/http/transport.hpp"

namespace hub::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using ErrorCode = boost::system::error_code;

}  // namespace

Listener::Listener(std::shared_ptr<Core> core, ListenerSettings settings)
    : core_(std::move(core)),
      settings_(std::move(settings)),
      acceptor_(core_->io),
      timer_(core_->io) {}

base::Result<std::shared_ptr<Listener>> Listener::open(std::shared_ptr<Core> core,
                                                       const ListenerSettings& settings) {
  const std::shared_ptr<Listener> listener(new Listener(std::move(core), settings));
  const auto bound = listener->bind();
  if (!bound)
    return bound.error().in("listen on " + settings.address + ":" + std::to_string(settings.port));
  return listener;
}

base::Result<> Listener::bind() {
  const auto address = base::address_from_text(settings_.address);
  if (!address) return base::fail(base::Kind::invalid, "this is no IP address");
  if (!settings_.tls && !base::is_loopback(*address)) {
    return base::fail(base::Kind::invalid, "a port that is not loopback needs TLS");
  }
  if (settings_.tls) {
    auto context = load_tls(*settings_.tls);
    if (!context) return context.error();
    tls_ = std::move(*context);
  }
  ErrorCode error;
  const tcp::endpoint endpoint(asio::ip::make_address(settings_.address), settings_.port);
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (error) return base::fail(base::Kind::unavailable, error.message());
  return {};
}

std::uint16_t Listener::port() const {
  ErrorCode ignored;
  return acceptor_.local_endpoint(ignored).port();
}

void Listener::accept() {
  acceptor_.async_accept([self = shared_from_this()](ErrorCode error, tcp::socket socket) {
    self->accepted(error, std::move(socket));
  });
}

void Listener::accepted(ErrorCode error, tcp::socket socket) {
  if (!acceptor_.is_open()) return;
  if (error && error != asio::error::connection_aborted) return pause(error);
  if (!error && std::exchange(failing_, false)) {
    base::log(base::Level::warning, "accept_recovered");
  }
  if (!error) admit(std::move(socket));
  accept();
}

void Listener::pause(const ErrorCode& error) {
  ++core_->counters.accept_failures;
  if (!std::exchange(failing_, true)) {
    base::log(base::Level::error, "accept_failed", {{"errno", error.value()}});
  }
  timer_.expires_after(core_->limits.accept_pause);
  timer_.async_wait([self = shared_from_this()](ErrorCode stopped) {
    if (!stopped && self->acceptor_.is_open()) self->accept();
  });
}

void Listener::admit(tcp::socket socket) {
  ErrorCode error;
  const auto remote = socket.remote_endpoint(error);
  if (error) return;  // it has gone already
  const auto peer = base::address_from_socket(*remote.data());
  if (!peer || !core_->admission.enter(*peer)) {
    ++core_->counters.refused_connections;
    return;
  }
  socket.set_option(tcp::no_delay(true), error);
  auto transport =
      tls_ ? tls_transport(std::move(socket), tls_) : plain_transport(std::move(socket));
  std::make_shared<Session>(core_, std::move(transport), *peer)->start();
}

void Listener::close() {
  ErrorCode ignored;
  acceptor_.close(ignored);
  timer_.cancel();
}

}  // namespace hub::http
