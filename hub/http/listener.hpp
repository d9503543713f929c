// One listening port. Its accept loop ends only when it is closed: without descriptors (EMFILE) it
// pauses, says so, and goes on.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>

#include "hub/base/result.hpp"
#include "hub/http/core.hpp"

namespace hub::http {

class Listener final : public std::enable_shared_from_this<Listener> {
 public:
  using TlsContext = std::shared_ptr<boost::asio::ssl::context>;

  static base::Result<std::shared_ptr<Listener>> open(std::shared_ptr<Core> core,
                                                      const ListenerSettings& settings);
  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] const ListenerSettings& settings() const noexcept { return settings_; }

  /// Network thread, as all below.
  void accept();
  void use(TlsContext context) { tls_ = std::move(context); }
  void close();

 private:
  Listener(std::shared_ptr<Core> core, ListenerSettings settings);
  base::Result<> bind();
  void accepted(boost::system::error_code error, boost::asio::ip::tcp::socket socket);
  void admit(boost::asio::ip::tcp::socket socket);
  void pause(const boost::system::error_code& error);

  std::shared_ptr<Core> core_;
  ListenerSettings settings_;
  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::steady_timer timer_;
  TlsContext tls_;
  bool failing_ = false;
};

}  // namespace hub::http
